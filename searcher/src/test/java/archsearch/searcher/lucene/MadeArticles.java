package archsearch.searcher.lucene;

import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Articles made up of a few words in both languages, with spellings that differ, unknown reading times, and reposts. */
final class MadeArticles {
    private static final List<String> ENGLISH = List.of(
            "kafka",
            "queue",
            "latency",
            "cache",
            "replication",
            "microservice",
            "gateway",
            "consensus",
            "storage",
            "kernel",
            "scheduler",
            "tracing",
            "sharding",
            "compaction",
            "snapshot",
            "backpressure",
            "rollout",
            "container");
    private static final List<String> CHINESE =
            List.of("消息", "队列", "缓存", "微服务", "网关", "架构", "存储", "调度", "一致性", "分片", "限流", "监控", "数据库", "容器", "性能", "高并发");
    /** Each line is one value in its spellings. */
    private static final List<List<String>> TAGS = List.of(
            List.of("Message Queue", "message-queue", "MESSAGE QUEUE"),
            List.of("Kafka", "kafka", "ＫＡＦＫＡ"),
            List.of("Flash‑Sale", "flash sale"),
            List.of("C++"),
            List.of("C#"),
            List.of("C"),
            List.of(".NET", ".net"),
            List.of("Node.js"),
            List.of("消息队列"),
            List.of("微服务"),
            List.of("高并发"),
            List.of("性能"),
            List.of("Back End", "back-end", "Back-End"),
            List.of("O'Reilly"),
            List.of("A/B"),
            List.of("HTTP/2"),
            List.of("é"),
            List.of("<b>"));

    private static final List<List<String>> PUBLISHERS = List.of(
            List.of("Systems Weekly", "systems weekly"),
            List.of("Cloud-Notes", "Cloud Notes"),
            List.of("美团技术团队"),
            List.of("携程技术"),
            List.of("R&D <Team>"),
            List.of("Youzan Coder"),
            List.of("阿里云"));
    private static final List<String> CATEGORIES =
            List.of("Backend", "back-end", "Back End", "Fundamentals", "后端开发", "", "Cloud Native");

    private final Random random;

    MadeArticles(Random random) {
        this.random = random;
    }

    /**
     * Articles, and which of them are of one group.
     *
     * @param groups of those that are in groups
     */
    record Made(List<Article> articles, List<MadeGroups.Group> groups) {}

    /** So many articles, one in twelve of which is a repost or has one. */
    Made of(int size) {
        List<Article> articles = new ArrayList<>();
        List<MadeGroups.Group> groups = new ArrayList<>();
        while (articles.size() < size) {
            Article first = article(articles.size());
            articles.add(first);
            if (random.nextInt(30) > 0) {
                continue;
            }
            List<String> same = new ArrayList<>(List.of(first.id()));
            List<List<String>> texts = new ArrayList<>(List.of(same));
            for (int reposts = 1 + random.nextInt(4); reposts > 0; reposts--) {
                Article repost = repost(first, articles.size());
                articles.add(repost);
                if (random.nextBoolean()) {
                    same.add(repost.id());
                } else {
                    texts.add(List.of(repost.id()));
                }
            }
            groups.add(new MadeGroups.Group(texts));
        }
        return new Made(articles, groups);
    }

    private Article article(int number) {
        Language lang = random.nextInt(3) == 0 ? Language.ZH : Language.EN;
        return Article.builder(
                        text(lang, 2 + random.nextInt(4)),
                        spelled(PUBLISHERS),
                        LocalDate.of(2012, 1, 1).plusDays((long) (Math.sqrt(random.nextDouble()) * 3_900)))
                .id("a" + number)
                .summary(text(lang, random.nextInt(12)))
                .tags(Stream.generate(() -> spelled(TAGS))
                        .limit(random.nextInt(5))
                        .toList())
                .category(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
                .likes(random.nextInt(4) == 0 ? random.nextInt(100) : 0)
                .readMinutes(random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(random.nextBoolean() ? 12 : 75))
                .lang(lang)
                .build();
    }

    /** The same article elsewhere: some things are as they were, others not. */
    private Article repost(Article first, int number) {
        Article other = article(number);
        return Article.builder(
                        pick(first.title(), other.title()),
                        other.publisher(),
                        random.nextBoolean() ? first.date().plusDays(random.nextInt(40)) : other.date())
                .id(other.id())
                .summary(pick(first.summary(), other.summary()))
                .tags(pick(first.tags(), other.tags()))
                .category(pick(first.category(), other.category()))
                .likes(pick(first.likes(), other.likes()))
                .readMinutes(pick(first.readMinutes(), other.readMinutes()))
                .lang(pick(first.lang(), other.lang()))
                .build();
    }

    private <T> T pick(T one, T other) {
        return random.nextInt(3) > 0 ? one : other;
    }

    private String spelled(List<List<String>> values) {
        // Some values are much more frequent than others.
        List<String> spellings = values.get((int) (values.size() * random.nextDouble() * random.nextDouble()));
        return spellings.get(random.nextInt(spellings.size()));
    }

    private String text(Language lang, int words) {
        List<String> vocabulary = lang == Language.ZH ? CHINESE : ENGLISH;
        Supplier<String> word =
                () -> vocabulary.get((int) (vocabulary.size() * random.nextDouble() * random.nextDouble()));
        return Stream.generate(word).limit(words).collect(Collectors.joining(lang == Language.ZH ? "" : " "));
    }
}
