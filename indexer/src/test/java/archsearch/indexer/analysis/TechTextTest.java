package archsearch.indexer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TechTextTest {
    /** Text, then its tokens with their offsets. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kafka                      | kafka[0,5]
            Flash‑Sale systems         | flash[0,5] sale[6,10] system[11,18]
            flash_sale                 | flash[0,5] sale[6,10]
            ＫＡＦＫＡ　消息           | kafka[0,5] 消息[6,8]
            C++ and C# beat C          | c++[0,3] and[4,7] c#[8,10] beat[11,15] c[16,17]
            ASP.NET on .NET            | asp.net[0,7] on[8,10] .net[11,15]
            Node.js.                   | node.js[0,7]
            CI/CD over TCP/IP, HTTP/2  | ci/cd[0,5] over[6,10] tcp/ip[11,17] http/2[19,25]
            usr/local/bin              | usr[0,3] local[4,9] bin[10,13]
            A/B测试                    | a/b[0,3] 测试[3,5]
            R&D                        | r&d[0,3]
            OAuth2.0与HBase2.0         | oauth2.0[0,8] 与[8,9] hbase2.0[9,17]
            99.99% in v1.2.3           | 99.99%[0,6] in[7,9] v1.2.3[10,16]
            k8s QPS Redis Kubernetes   | k8s[0,3] qps[4,7] redis[8,13] kubernetes[14,24]
            Zhihu’s caches             | zhihu[0,5] cache[8,14]
            sharding shards scalable   | shard[0,8] shard[9,15] scale[16,24]
            微服务架构的幂等设计       | 微服务[0,3] 架构[3,5] 的[5,6] 幂等[6,8] 设计[8,10]
            高並發秒殺系統             | 高并发[0,3] 秒杀[3,5] 系统[5,7]
            分库分表与云原生           | 分库分表[0,4] 与[4,5] 云原生[5,8]
            集中台湾                   | 集中[0,2] 台湾[2,4]
            乾隆                       | 乾隆[0,2]
            Übergröße café             | ubergroße[0,9] cafe[10,14]
            """)
    void words_mixedText_areCutAsPeopleWouldReadThem(String text, String tokens) {
        assertThat(described(TechText.words(text))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            消息队列         | 消息[0,2] 息队[1,3] 队列[2,4]
            锁               | 锁[0,1]
            Node.js          | node[0,4] js[5,7]
            RocketMQ         | rocket[0,6] mq[6,8]
            getUserById      | get[0,3] user[3,7] by[7,9] id[9,11]
            HTTPServer       | http[0,4] server[4,10]
            OAuth2.0         | oauth[0,5] 2.0[5,8]
            k8s              | k8s[0,3]
            6GHz 4K          | 6[0,1] ghz[1,4] 4k[5,7]
            C++              | c++[0,3]
            v1.2.3           | v1.2.3[0,6]
            JavaScript       | javascript[0,10]
            iOS              | ios[0,3]
            A/B测试          | a[0,1] b[2,3] 测试[3,5]
            """)
    void fine_mixedText_isTakenApart(String text, String tokens) {
        assertThat(described(TechText.fine(text))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sharding shards        | WORDS | sharding[0,8] shards[9,15]
            RocketMQ 消息 Node.js  | WORDS | rocketmq[0,8]
            RocketMQ 消息 Node.js  | FINE  | rocket[0,6] mq[6,8] node[12,16] js[17,19]
            C++ k8s 2.0 HTTP/2     | WORDS | ''
            flash‑sale ＫＡＦＫＡ  | WORDS | flash[0,5] sale[6,10] kafka[11,16]
            café Привет            | WORDS | cafe[0,4]
            """)
    void spelled_mixedText_isItsLatinWordsUnstemmed(String text, FieldReading reading, String tokens) {
        assertThat(described(TechText.spelled(text, reading))).isEqualTo(tokens);
    }

    @Test
    void words_severalValues_areFarApart() {
        List<Token> tokens = TechText.words("Redis\nSeckill");
        assertThat(tokens.get(1).position() - tokens.get(0).position()).isGreaterThan(TechText.VALUE_GAP);
    }

    @ParameterizedTest
    @CsvSource({"'',''", "!?…,''", "'\u200b\u202e',''"})
    void words_noLetters_areNone(String text, String tokens) {
        assertThat(described(TechText.words(text))).isEqualTo(tokens);
    }

    @Test
    void readings_anyText_keepOffsetsInsideTheTextAndPositionsLinear() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "aAzZ09 -‑_./+#%&'’\n微服务高併發秒殺㍿ﬁⅧＫ①é́ß😀\uD83D𠮷İ";
        for (int i = 0; i < 3_000; i++) {
            String text = random.ints(random.nextInt(40), 0, alphabet.length())
                    .mapToObj(n -> alphabet.substring(n, n + 1))
                    .collect(Collectors.joining());
            for (FieldReading reading : FieldReading.values()) {
                int position = -1;
                int start = 0;
                for (Token token : reading.tokens(text)) {
                    String context = "seed " + seed + ", " + reading + " of \"" + text + "\": " + token;
                    assertThat(token.position()).as(context).isGreaterThan(position);
                    assertThat(token.start()).as(context).isGreaterThanOrEqualTo(start);
                    assertThat(token.end()).as(context).isGreaterThan(token.start());
                    assertThat(token.end()).as(context).isLessThanOrEqualTo(text.length());
                    assertThat(token.term()).as(context).isNotEmpty();
                    position = token.position();
                    start = token.start();
                }
            }
        }
    }

    @Test
    void words_caseAndHyphen_makeNoDifference() {
        List<String> forms = List.of("Flash-Sale RPC", "flash‑sale rpc", "FLASH–SALE　RPC", "flash sale ＲＰＣ");
        assertThat(forms.stream()
                        .map(f -> TechText.words(f).stream().map(Token::term).toList())
                        .distinct())
                .hasSize(1);
    }

    private static String described(List<Token> tokens) {
        return tokens.stream()
                .map(t -> t.term() + "[" + t.start() + "," + t.end() + "]")
                .collect(Collectors.joining(" "));
    }
}
