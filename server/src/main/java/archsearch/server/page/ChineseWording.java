package archsearch.server.page;

import archsearch.indexer.article.Language;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.Match;
import archsearch.searcher.Repost;
import archsearch.searcher.Sort;
import archsearch.searcher.Suggestion;
import archsearch.server.api.ApiDescription;
import archsearch.server.api.Problem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Simplified Chinese. */
record ChineseWording() implements Wording {
    @Override
    public Language language() {
        return Language.ZH;
    }

    @Override
    public String date(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    @Override
    public String month(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    @Override
    public String languageName(Language language) {
        return switch (language) {
            case EN -> "英文";
            case ZH -> "中文";
        };
    }

    @Override
    public String skipToContent() {
        return "跳到正文";
    }

    @Override
    public String searchLabel() {
        return "搜索文章";
    }

    @Override
    public String searchButton() {
        return "搜索";
    }

    @Override
    public String home() {
        return "首页";
    }

    @Override
    public String tags() {
        return "标签";
    }

    @Override
    public String publishers() {
        return "发布者";
    }

    @Override
    public String about() {
        return "中英文技术文章全文搜索。";
    }

    @Override
    public String json() {
        return "JSON";
    }

    @Override
    public String suggestionsLabel() {
        return "搜索建议";
    }

    @Override
    public String suggestionsFound() {
        return "# 条搜索建议";
    }

    @Override
    public String termKind() {
        return "术语";
    }

    @Override
    public String titleKind() {
        return "文章";
    }

    @Override
    public String keysTitle() {
        return "键盘快捷键";
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(
                KeyHelp.of("转到搜索框", "/", "Ctrl K", "⌘ K"),
                KeyHelp.of("在建议之间移动", "↓", "↑"),
                KeyHelp.of("打开所选建议，或开始搜索", "Enter"),
                KeyHelp.of("关闭建议，再按则清空搜索框", "Esc"),
                KeyHelp.of("下一篇文章", "j"),
                KeyHelp.of("上一篇文章", "k"),
                KeyHelp.of("打开文章", "o", "Enter"),
                KeyHelp.of("显示本列表", "?"));
    }

    @Override
    public String singleKeys() {
        return "启用单键快捷键：/ j k o ?";
    }

    @Override
    public String close() {
        return "关闭";
    }

    @Override
    public String minutes(int minutes) {
        return "阅读约 " + minutes + " 分钟";
    }

    @Override
    public String foundBy(List<Match> partners) {
        return partners.stream()
                .map(m -> "“" + m.text() + "”（即“" + m.term() + "”）")
                .distinct()
                .collect(Collectors.joining("；", "匹配：", ""));
    }

    @Override
    public String likes(int likes) {
        return number(likes) + " 个赞";
    }

    @Override
    public String readAt(String site) {
        return "在 " + site + " 阅读";
    }

    @Override
    public String searchTitle(String q, int page) {
        return (q.isEmpty() ? "全部文章" : q) + (page > 1 ? " · 第 " + page + " 页" : "");
    }

    @Override
    public String resultsHeading(String q) {
        return q.isEmpty() ? "全部文章" : "“" + q + "”的搜索结果";
    }

    @Override
    public String status(int total, long millis, LocalDate indexDay, int docs) {
        String time = millis == 0 ? "不到 1 毫秒" : number(millis) + " 毫秒";
        return number(total) + " 条结果 · " + time + " · 索引日期：" + date(indexDay) + "（" + articles(docs) + "）";
    }

    @Override
    public String sortLabel() {
        return "排序";
    }

    @Override
    public String sort(Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "相关度";
            case NEWEST -> "最新";
            case OLDEST -> "最早";
            case LIKES -> "点赞";
            case MINUTES -> "最短";
        };
    }

    @Override
    public String perPage() {
        return "每页";
    }

    @Override
    public String howRead() {
        return "查询是这样理解的";
    }

    @Override
    public String readAs() {
        return "实际查询";
    }

    @Override
    public String partial() {
        return "搜索超时：结果可能不全，计数可能偏低。";
    }

    @Override
    public String filters(int selected) {
        return selected == 0 ? "筛选" : "筛选（" + selected + "）";
    }

    @Override
    public String filterHeading() {
        return "缩小范围";
    }

    @Override
    public String facet(FacetDim dim) {
        return switch (dim) {
            case TAG -> "标签";
            case PUBLISHER -> "发布者";
            case CATEGORY -> "分类";
            case LANG -> "语言";
            case YEAR -> "年份";
            case MONTH -> "月份";
            case MINUTES -> "阅读时长";
        };
    }

    @Override
    public String facetHint(FacetDim dim) {
        return dim.isConjunctive() ? "全部满足" : dim.isDisjunctive() ? "任一即可" : "";
    }

    @Override
    public String facetValue(FacetDim dim, String value) {
        return switch (dim) {
            case LANG -> Language.ofCode(value).map(this::languageName).orElse(value);
            case MONTH -> month(YearMonth.parse(value));
            case MINUTES -> value + " 分钟以内";
            case TAG, PUBLISHER, CATEGORY, YEAR -> value;
        };
    }

    @Override
    public String removeFilter(String name, String value) {
        return "移除筛选：" + name + " " + value;
    }

    @Override
    public String showMore(int more) {
        return "再显示 " + number(more) + " 项";
    }

    @Override
    public String dates() {
        return "日期";
    }

    @Override
    public String from() {
        return "从";
    }

    @Override
    public String to() {
        return "到";
    }

    @Override
    public String minutesMax() {
        return "阅读时间（分钟）不超过";
    }

    @Override
    public String minutesMaxChip(int minutes) {
        return "不超过 " + minutes + " 分钟";
    }

    @Override
    public String fromChip(LocalDate from) {
        return date(from) + "起";
    }

    @Override
    public String toChip(LocalDate to) {
        return "至" + date(to);
    }

    @Override
    public String apply() {
        return "应用";
    }

    @Override
    public String clearAll() {
        return "全部清除";
    }

    @Override
    public String selectedFilters() {
        return "已选筛选";
    }

    @Override
    public String noResults(String q, boolean filtered) {
        if (q.isEmpty()) {
            return filtered ? "没有符合当前筛选条件的文章。" : "还没有任何文章。";
        }
        return (filtered ? "在当前筛选条件下，" : "") + "没有找到与“" + q + "”匹配的文章。";
    }

    @Override
    public String tryInstead() {
        return "下面这些搜索是有结果的：";
    }

    @Override
    public String suggestion(Suggestion.Kind kind, List<String> dropped) {
        return switch (kind) {
            case SPELLING -> "改用这个拼写";
            case PINYIN -> "改用汉字";
            case DROP_WORD, DROP_FILTERS -> "去掉" + quoted(dropped);
            case ANY_WORD -> "包含任意一个词即可";
        };
    }

    private static String quoted(List<String> names) {
        return names.stream().map(n -> "“" + n + "”").collect(Collectors.joining("和"));
    }

    @Override
    public String corrected(String typed, String answered, boolean found) {
        return "没有找到与“" + typed + "”匹配的文章，" + (found ? "以下是“" + answered + "”的结果。" : "已改为搜索“" + answered + "”。");
    }

    @Override
    public String allArticles(int docs) {
        return "浏览全部文章（最新在前）";
    }

    @Override
    public String pageBeyond(int pages) {
        return "一共只有 " + number(pages) + " 页。";
    }

    @Override
    public String lastPage(int page) {
        return "转到第 " + number(page) + " 页";
    }

    @Override
    public String pagesLabel() {
        return "分页";
    }

    @Override
    public String pageOf(int page, int pages) {
        return "第 " + number(page) + " 页，共 " + number(pages) + " 页";
    }

    @Override
    public String pageNumber(int page) {
        return "第 " + number(page) + " 页";
    }

    @Override
    public String previous() {
        return "上一页";
    }

    @Override
    public String next() {
        return "下一页";
    }

    @Override
    public String onlyReachable(int pages) {
        return "只能翻到前 " + number(pages) + " 页，请缩小范围以查看其余结果。";
    }

    @Override
    public String listingTitle(FacetDim dim, String value, int page) {
        String title = switch (dim) {
            case TAG -> "标签“" + value + "”下的文章";
            case PUBLISHER -> value + " 发布的文章";
            case CATEGORY, LANG, YEAR, MONTH, MINUTES -> value;
        };
        return page > 1 ? title + " · 第 " + page + " 页" : title;
    }

    @Override
    public String listingLine(FacetDim dim, int total, int page, int pages, int first, int last) {
        String what = dim == FacetDim.TAG ? "该标签下的文章" : "该发布者的文章";
        String where = pages > 1 && last >= first ? "（" + number(first) + "–" + number(last) + "）" : "";
        return what + " · " + articles(total) + " · " + pageOf(page, Math.max(pages, 1)) + where;
    }

    @Override
    public String searchWithin(String value) {
        return "在“" + value + "”中搜索";
    }

    @Override
    public String oftenWith() {
        return "常一起出现";
    }

    @Override
    public String topPublishers() {
        return "主要发布者";
    }

    @Override
    public String years() {
        return "年份";
    }

    @Override
    public String searchFromHere() {
        return "全部筛选条件";
    }

    @Override
    public String alsoWritten(List<String> spellings) {
        return spellings.stream().map(s -> "“" + s + "”").collect(Collectors.joining("、", "也写作", "。"));
    }

    @Override
    public String sameAs() {
        return "同义";
    }

    @Override
    public String alsoAt() {
        return "另见";
    }

    @Override
    public String alsoAtOthers(int places) {
        return "另有 " + number(places) + " 处转载";
    }

    @Override
    public String moreReposts(int more) {
        return "还有 " + number(more) + " 处";
    }

    @Override
    public String repost(Repost.Kind kind) {
        return switch (kind) {
            case TEXT -> "同文";
            case STORY -> "同一内容";
        };
    }

    @Override
    public String foldingLabel() {
        return "转载";
    }

    @Override
    public String folding(boolean grouped) {
        return grouped ? "合并" : "逐篇";
    }

    @Override
    public String valuesLine(FacetDim dim, int count, String prefix) {
        String what = counted(dim);
        if (prefix.isEmpty()) {
            return number(count) + ' ' + what;
        }
        return count == 0
                ? "没有以“" + prefix + "”开头的" + facet(dim) + "。"
                : "以“" + prefix + "”开头的有 " + number(count) + ' ' + what;
    }

    private String counted(FacetDim dim) {
        return switch (dim) {
            case TAG, PUBLISHER, CATEGORY, MONTH -> "个" + facet(dim);
            case LANG -> "种语言";
            case YEAR -> "个年份";
            case MINUTES -> "档阅读时长";
        };
    }

    @Override
    public String findValue(FacetDim dim) {
        return "查找" + facet(dim);
    }

    @Override
    public String valueOrder(FacetRequest.Order order) {
        return switch (order) {
            case COUNT -> "文章最多";
            case NAME -> "按字母（拼音）";
        };
    }

    @Override
    public String lettersLabel() {
        return "字母";
    }

    @Override
    public String onlyListed(int values) {
        return "这里只列出 " + number(values) + " 个，输入名称的开头即可找到其余的。";
    }

    @Override
    public String facetTitle(FacetDim dim, String q) {
        return q.isEmpty() ? "这些文章的" + facet(dim) : "“" + q + "”搜索结果的" + facet(dim);
    }

    @Override
    public String backToResults() {
        return "返回搜索结果";
    }

    @Override
    public String valueWithCount(String value, int count) {
        return value + "：" + articles(count);
    }

    @Override
    public String indexTitle(FacetDim dim) {
        return dim == FacetDim.TAG ? tags() : publishers();
    }

    @Override
    public String mostArticles() {
        return "文章最多";
    }

    @Override
    public String articles(int count) {
        return number(count) + " 篇文章";
    }

    @Override
    public String homeTitle() {
        return "archsearch · 中英文技术文章搜索";
    }

    @Override
    public String homeLead() {
        return "搜索中英文技术文章";
    }

    @Override
    public String homeStatus(int docs, int publishers, List<String> years, LocalDate indexDay) {
        return articles(docs) + " · " + number(publishers) + " 个发布者"
                + (years.isEmpty() ? "" : " · " + String.join("–", years) + " 年") + " · 索引日期：" + date(indexDay);
    }

    @Override
    public String topTags() {
        return "热门标签";
    }

    @Override
    public String newest() {
        return "最新文章";
    }

    @Override
    public String seeAll() {
        return "查看全部";
    }

    @Override
    public String similar() {
        return "相似文章";
    }

    @Override
    public String idLabel() {
        return "编号";
    }

    @Override
    public String noSummary() {
        return "来源没有提供这篇文章的摘要。";
    }

    @Override
    public String trends() {
        return "趋势";
    }

    @Override
    public String trendsTitle() {
        return "标签趋势";
    }

    @Override
    public String trendsLine(int tags, boolean compared, FacetDim dim) {
        if (tags == 0) {
            return compared ? "没有可比较的标签，请从下面选择。" : "还没有带标签的文章。";
        }
        String which = compared ? number(tags) + " 个标签" : "最常见的标签";
        String by = dim == FacetDim.MONTH ? "，按月统计。" : "，按年统计。";
        return which + by + (compared ? "所有图使用同一刻度。" : "每张图各用自己的刻度；选择标签进行比较，即可用同一刻度查看。");
    }

    @Override
    public String trendLine(int total, String peak, int most) {
        return articles(total) + " · 最多：" + peak + "，" + number(most) + " 篇";
    }

    @Override
    public String trendsTable() {
        return "数据表";
    }

    @Override
    public String compareTags() {
        return "比较标签";
    }

    @Override
    public String compareHint(int most) {
        return "至多 " + most + " 个标签，使用同一刻度。";
    }

    @Override
    public String otherTag() {
        return "其他标签";
    }

    @Override
    public String compare() {
        return "比较";
    }

    @Override
    public String compareOverTime() {
        return "比较趋势";
    }

    @Override
    public HelpWording help() {
        return new ChineseHelp();
    }

    @Override
    public String apiTitle() {
        return "接口说明";
    }

    @Override
    public String contents() {
        return "本页内容";
    }

    @Override
    public String apiDocument() {
        return "供程序读取的同一份说明，含每个答复的每个字段：OpenAPI 3.1";
    }

    @Override
    public String apiExample() {
        return "示例：";
    }

    @Override
    public String apiParameters(int count) {
        return count + " 个参数";
    }

    @Override
    public String apiAnswer() {
        return "答复的样子";
    }

    @Override
    public String parameter(ApiDescription.Parameter parameter) {
        String values = switch (parameter.values()) {
            case ApiDescription.Values.Characters c -> c.most() == 0 ? "文字" : "文字，至多 " + number(c.most()) + " 个字符";
            case ApiDescription.Values.Numbers n ->
                n.most() >= ENDLESS ? "整数，从 " + n.least() + " 起" : "整数，" + n.least() + " 到 " + number(n.most());
            case ApiDescription.Values.Words w -> String.join(" | ", w.words());
            case ApiDescription.Values.Days d -> "日期，如 2019-08-27";
        };
        String place = switch (parameter.place()) {
            case PATH -> "路径的一部分";
            case ONCE -> "";
            case REPEATED -> "可以重复给出";
            case LIST -> "多个之间用逗号";
        };
        String byDefault = parameter.byDefault() == null ? "" : "默认 " + parameter.byDefault();
        return Stream.of(values, place, byDefault).filter(s -> !s.isEmpty()).collect(Collectors.joining("；"));
    }

    @Override
    public String problemTitle(Problem.Kind kind) {
        return switch (kind) {
            case UNKNOWN_PARAMETER -> "未知参数";
            case UNKNOWN_FIELD -> "未知字段";
            case BAD_VALUE -> "参数值无效";
            case BAD_REQUEST -> "无法读取请求";
            case TOO_LARGE -> "请求过长";
            case UNAUTHORIZED -> "缺少令牌或令牌错误";
            case NOT_FOUND -> "找不到页面";
            case CURSOR_GONE -> "列表已过期";
            case METHOD_NOT_ALLOWED -> "不支持的方法";
            case BODY_TOO_LARGE -> "请求正文过长";
            case WRONG_MEDIA_TYPE -> "媒体类型不符";
            case JOB_RUNNING -> "已有任务在运行";
            case JOB_ENDED -> "任务已结束";
            case GENERATION_REFUSED -> "拒绝切换版本";
            case INDEX_LOCKED -> "索引正由其他程序写入";
            case INDEX_UNWRITABLE -> "无法写入索引";
            case TOO_MANY_LISTENERS -> "监听者过多";
            case INDEX_UNAVAILABLE -> "没有可搜索的索引";
            case ENGINE_UNREACHABLE -> "搜索引擎无响应";
            case TOO_BUSY -> "同时搜索的人太多";
            case TOO_MANY_REQUESTS -> "请求过于频繁";
            case INTERNAL_ERROR -> "内部错误";
        };
    }

    @Override
    public String problemHelp(Problem.Kind kind) {
        return switch (kind) {
            case UNKNOWN_PARAMETER -> "地址里有这个页面不认识的参数，请检查拼写或将其去掉。";
            case UNKNOWN_FIELD -> "请求里有这里不认识的字段，请检查拼写或将其去掉。";
            case BAD_VALUE -> "地址或请求里某个参数的值不在允许范围内。";
            case BAD_REQUEST -> "地址或请求已损坏，无法读取，请检查编码方式。";
            case TOO_LARGE -> "地址或请求头超出了服务器可读取的长度。";
            case UNAUTHORIZED -> "管理端口只回答以“Authorization: Bearer TOKEN”带上令牌的请求，令牌由运维人员设定。";
            case NOT_FOUND -> "地址可能有误，或者文章已不存在。不妨搜索一下。";
            case CURSOR_GONE -> "列表开始之后文章有了变化，请从第一页重新开始。";
            case METHOD_NOT_ALLOWED -> "这里的页面和接口只能读取：请使用 GET 或 HEAD。";
            case BODY_TOO_LARGE -> "请求正文超出了这里可读取的长度。";
            case WRONG_MEDIA_TYPE -> "这里只读取 JSON 正文：请带上“Content-Type: application/json”。";
            case JOB_RUNNING -> "同一时间只运行一个任务。请等待正在运行的任务结束，或将其取消。";
            case JOB_ENDED -> "任务已经结束，没有可取消的了。";
            case GENERATION_REFUSED -> "索引没有切换到那个版本，因为它不存在或已损坏。当前版本保持不变。";
            case INDEX_LOCKED -> "另一个写入者正在处理索引，例如任务或 archsearch 命令。请在它结束后重试。";
            case INDEX_UNWRITABLE -> "索引无法写入，当前版本保持不变。运维人员可在日志中找到原因。";
            case TOO_MANY_LISTENERS -> "跟踪任务的程序太多。请改为隔一段时间查询一次任务。";
            case INDEX_UNAVAILABLE -> "服务器没有可读取的索引，运维人员可在日志中找到解决办法。";
            case ENGINE_UNREACHABLE -> "保存索引的机器没有响应，请几秒后重试。";
            case TOO_BUSY -> "服务器此刻要做的搜索太多，请稍等片刻再试。";
            case TOO_MANY_REQUESTS -> "您的网络在短时间内发来的请求太多，请稍等片刻再试。";
            case INTERNAL_ERROR -> "这是服务器的故障。重试可能有效；若仍失败，请反馈。";
        };
    }

    @Override
    public String missingValue(FacetDim dim, String name) {
        return "没有文章带有" + facet(dim) + "“" + name + "”";
    }

    @Override
    public String missingValueHelp(FacetDim dim) {
        return "名称可能有误，或者相关文章已不存在。“全部" + facet(dim) + "”页列出了所有名称。";
    }

    @Override
    public String nearestValues(FacetDim dim) {
        return "相近的" + facet(dim);
    }

    @Override
    public String inTheText() {
        return "在标题和摘要中";
    }

    @Override
    public String missingArticle(String id) {
        return "没有编号为“" + id + "”的文章";
    }

    @Override
    public String missingArticleHelp() {
        return "地址可能有误，或者文章已不存在。不妨在搜索框里输入标题查找。";
    }

    @Override
    public String didYouMean(String name) {
        return "您是不是要找“" + name + "”？";
    }

    @Override
    public String requestId(String id) {
        return "请求编号 " + id;
    }

    @Override
    public String tryAgain() {
        return "重试";
    }
}
