package archsearch.benchmarks.dumps;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Words of one language as they are distributed in texts: the frequency of a word falls with its rank (Zipf's law), and behind the
 * known words comes a long tail of rare made-up ones, so that the vocabulary keeps growing with the text.
 *
 * @param common real words, the most frequent first
 * @param parts what rare words are made of
 */
record MadeUpWords(List<String> common, List<String> parts) {
    /** Two and three parts; about as many words as a large collection of articles has. */
    private static final int RARE = 300_000;

    static final MadeUpWords ENGLISH = new MadeUpWords(
            List.of(
                    ("the of to and a in for with on is how from as by an that it this we your system data service design"
                                    + " architecture distributed microservices kafka redis mysql cache performance high availability"
                                    + " building practice implementation database query index latency throughput message queue cluster"
                                    + " kubernetes docker cloud native java spring boot golang python rust linux kernel network tcp http"
                                    + " api gateway load balancing consistency transaction lock thread memory garbage collection jvm"
                                    + " optimization deep dive guide introduction understanding scaling millions users requests per"
                                    + " second production incident lessons learned monitoring observability tracing metrics logging"
                                    + " security authentication token session rate limiting circuit breaker retry idempotency event"
                                    + " driven streaming batch pipeline machine learning recommendation search engine elasticsearch"
                                    + " storage disk page write read replication sharding partition consensus raft paxos snapshot backup"
                                    + " recovery migration refactoring testing deployment continuous integration frontend react")
                            .split(" ", -1)),
            List.of(
                    "ka re lo mi tu sen dor vel qua zy pro net gra flo bin tex mor dal ix on er is al um cor phi sta blu nor ten"
                            .split(" ", -1)));

    static final MadeUpWords CHINESE = new MadeUpWords(
            List.of(("的 与 和 在 了 是 如何 系统 架构 设计 实现 数据 服务 分布式 微服务 缓存 消息 队列 数据库 性能 优化 高 并发 可用"
                            + " 实践 原理 源码 分析 详解 深入 理解 技术 方案 平台 业务 查询 索引 事务 锁 线程 内存 回收 虚拟机 网络"
                            + " 协议 接口 网关 负载 均衡 一致性 集群 容器 云原生 部署 监控 链路 追踪 日志 安全 认证 令牌 限流 熔断"
                            + " 降级 重试 幂等 事件 驱动 流 批处理 机器 学习 推荐 搜索 引擎 存储 磁盘 读写 复制 分片 分区 共识 快照"
                            + " 备份 恢复 迁移 重构 测试 持续 集成 前端 后端 开发 工程师 经验 总结 问题 排查 线上 故障 秒杀 订单 支付"
                            + " 用户 请求 百万 从 到 一个 我们 使用 基于 进行 以及 通过 可以 需要 阿里 腾讯 字节 美团")
                    .split(" ", -1)),
            ("天地人中国上下大小多少开关来去前后左右新旧长短高低远近快慢生成电力水火风云山川海河路桥车船文书字词语言思想心"
                            + "手足目耳口头身体学习工作计算程序代码模型方法规则条件结果过程对象类型变量函数列表树图表格行列点线面")
                    .codePoints()
                    .mapToObj(Character::toString)
                    .toList());

    /** A word; the common ones often. */
    String next(SplittableRandom random) {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(common.size() + RARE)) - 1;
        return rank < common.size() ? common.get(rank) : rare(rank - common.size());
    }

    private String rare(int number) {
        int n = parts.size();
        StringBuilder word = new StringBuilder();
        for (int rest = number + n; rest > 0; rest /= n) {
            word.append(parts.get(rest % n));
        }
        return word.toString();
    }
}
