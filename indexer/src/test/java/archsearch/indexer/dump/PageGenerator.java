package archsearch.indexer.dump;

import archsearch.indexer.article.Article;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Makes listing pages of made-up articles, the same for the same seed. */
final class PageGenerator {
    private static final List<String> EN_PUBLISHERS =
            List.of("Lakeside Tech", "Code Harbour", "Night Build", "The Byte Kitchen", "Ops & Co.", "K8s Weekly");
    private static final List<String> ZH_PUBLISHERS = List.of("湖畔技术", "夜航架构", "代码茶馆", "一线运维");
    private static final List<String> EN_NOUNS = List.of(
            "Cache",
            "Queue",
            "Gateway",
            "Scheduler",
            "Ledger",
            "Index",
            "Search‑Engine",
            "Rate Limiter",
            "Bloom Filter");
    private static final List<String> EN_VERBS =
            List.of("Scaling", "Rebuilding", "Understanding", "Migrating", "Testing", "Tuning");
    private static final List<String> ZH_NOUNS = List.of("缓存", "消息队列", "网关", "调度系统", "账本", "索引", "限流");
    private static final List<String> ZH_VERBS = List.of("深入理解", "重构", "迁移", "压测", "优化");
    private static final List<String> EN_TAGS =
            List.of("Caching", "Go", "Java", "Kafka", "Message Queue", "Redis", "Sharding", "Testing");
    private static final List<String> ZH_TAGS = List.of("分布式系统", "消息队列", "缓存", "高可用", "微服务");
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

    /** Which parts a page's cards have, and how they are written. */
    record Style(boolean chinese, boolean header, boolean titleTwice, boolean publisherTwice, boolean optionalParts) {}

    /** One line of a page and the card it belongs to, -1 for the header. */
    record PageLine(String text, int card) {}

    /** A page: its lines and the articles on it, whose tags are the tag line as a whole. */
    record Page(List<PageLine> lines, List<Article> articles) {
        List<String> texts() {
            return new ArrayList<>(lines.stream().map(PageLine::text).toList());
        }
    }

    private final Random random;

    PageGenerator(long seed) {
        this.random = new Random(seed);
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    Page page(int cards, Style style) {
        List<PageLine> lines = new ArrayList<>();
        if (style.header) {
            lines.add(new PageLine(style.chinese ? "标签文章" : "Tagged articles", -1));
            lines.add(new PageLine(style.chinese ? "42 篇文章" : "42 articles", -1));
            lines.add(new PageLine(style.chinese ? "第 2 页，共 5 页" : "Page 2 of 5", -1));
        }
        List<Article> articles = new ArrayList<>();
        Set<String> titles = new LinkedHashSet<>();
        LocalDate day = LocalDate.of(2019, 8, 27);
        for (int i = 0; i < cards; i++) {
            day = day.minusDays(random.nextInt(9));
            Article article = article(i, day, style, titles);
            articles.add(article);
            for (String line : card(article, style)) {
                lines.add(new PageLine(line, i));
            }
        }
        return new Page(lines, articles);
    }

    private Article article(int number, LocalDate day, Style style, Set<String> titles) {
        String title = style.chinese
                ? any(ZH_VERBS) + any(ZH_NOUNS) + "：第" + number + "次实践"
                : any(EN_VERBS) + " the " + any(EN_NOUNS) + ": Lesson " + number + " of Many";
        titles.add(title);
        String summary = style.chinese
                ? "本文介绍" + any(ZH_NOUNS) + "与" + any(ZH_NOUNS) + "的设计，并给出第" + number + "个案例。"
                : "How we approached the " + any(EN_NOUNS) + ", what failed, and lesson " + number + " we took home.";
        Set<String> tags = new TreeSet<>(List.of(style.chinese ? "后端架构" : "Backend Architecture"));
        tags.add(any(style.chinese ? ZH_TAGS : EN_TAGS));
        tags.add(any(style.chinese ? ZH_TAGS : EN_TAGS));
        boolean bare = style.optionalParts && random.nextInt(4) == 0;
        boolean untagged = style.optionalParts && random.nextInt(4) == 0;
        return Article.builder(title, any(style.chinese ? ZH_PUBLISHERS : EN_PUBLISHERS), day)
                .summary(bare ? "" : summary)
                .tags(untagged ? List.of() : List.of(String.join("", tags)))
                .category(style.chinese ? "后端开发" : "Backend Development")
                .likes(random.nextInt(30))
                .readMinutes(2 + random.nextInt(30))
                .build();
    }

    private static List<String> card(Article article, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(article.publisher());
        if (style.publisherTwice) {
            lines.add(article.publisher());
        }
        LocalDate day = article.date();
        lines.add((style.chinese
                        ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                        : EN_DAY.format(day))
                + " · " + article.category());
        lines.add("");
        lines.add(article.title());
        lines.add("");
        if (!article.summary().isEmpty()) {
            lines.add(article.summary());
            lines.add("");
        }
        lines.addAll(article.tags());
        lines.add(
                style.chinese
                        ? article.likes() + " 赞 · 阅读约 " + article.readMinutes() + " 分钟"
                        : article.likes() + (article.likes() == 1 ? " like" : " likes") + " · " + article.readMinutes()
                                + " min read");
        if (style.titleTwice) {
            lines.add(article.title());
        }
        return lines;
    }
}
