package archsearch.benchmarks.dumps;

import archsearch.indexer.article.Article;
import archsearch.indexer.article.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Articles made up by chance, the same for the same seed: three in four Chinese, as long as those of real sites, one in a hundred a
 * repetition of an earlier one. Not thread-safe.
 */
public final class MadeUpArticles {
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 4_000;
    private static final int REPEAT_ONE_IN = 100;
    /** A repetition is one of the articles before it, at most this far back. */
    private static final int REMEMBERED = 1_000;

    private static final List<String> TAGS = List.of(
            "Backend Architecture",
            "CI/CD",
            "Cache",
            "Cloud Native",
            "Database",
            "DevOps",
            "Distributed Systems",
            "Docker",
            "Elasticsearch",
            "Frontend",
            "Go",
            "High Availability",
            "Java",
            "Kafka",
            "Kubernetes",
            "Linux",
            "Message Queue",
            "Microservices",
            "MySQL",
            "Observability",
            "Performance",
            "Python",
            "React",
            "Redis",
            "Rust",
            "Seckill",
            "Security",
            "Spring Boot",
            "分布式",
            "微服务",
            "架构设计",
            "消息队列",
            "性能优化",
            "机器学习");
    private static final List<String> CATEGORIES = List.of(
            "Backend Development",
            "Frontend Development",
            "Cloud Computing",
            "Artificial Intelligence",
            "Databases",
            "Operations");

    private final boolean summaries;
    private final SplittableRandom random;
    private final List<Article> remembered = new ArrayList<>();
    private long repeats;

    /**
     * Starts a sequence.
     *
     * @param summaries whether the articles have any
     */
    public MadeUpArticles(long seed, boolean summaries) {
        this.summaries = summaries;
        this.random = new SplittableRandom(seed);
    }

    /** The next article. */
    public Article next() {
        if (remembered.size() == REMEMBERED && random.nextInt(REPEAT_ONE_IN) == 0) {
            repeats++;
            return remembered.get(random.nextInt(REMEMBERED));
        }
        Article article = madeUp();
        if (remembered.size() < REMEMBERED) {
            remembered.add(article);
        } else {
            remembered.set(random.nextInt(REMEMBERED), article);
        }
        return article;
    }

    /** How many of the articles so far were repetitions. */
    long repeats() {
        return repeats;
    }

    private Article madeUp() {
        Language lang = random.nextInt(4) == 0 ? Language.EN : Language.ZH;
        String title = words(lang, lang == Language.EN ? 6 + random.nextInt(6) : 7 + random.nextInt(8));
        return Article.builder(
                        title, "Publisher " + (1 + random.nextInt(1_000)), FIRST_DAY.plusDays(random.nextInt(DAYS)))
                .summary(summaries ? summary(lang) : "")
                .tags(tags())
                .category(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
                .likes(random.nextInt(200))
                .readMinutes(1 + random.nextInt(30))
                .lang(lang)
                .build();
    }

    private String summary(Language lang) {
        StringBuilder summary = new StringBuilder();
        for (int sentences = 2 + random.nextInt(4); sentences > 0; sentences--) {
            summary.append(words(lang, 8 + random.nextInt(14))).append(lang == Language.EN ? ". " : "。");
        }
        return summary.toString().strip();
    }

    /** Chinese technical prose holds an English name here and there. */
    private String words(Language lang, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean english = lang == Language.EN || random.nextInt(8) == 0;
            String word = (english ? MadeUpWords.ENGLISH : MadeUpWords.CHINESE).next(random);
            if (!words.isEmpty() && (lang == Language.EN || english)) {
                words.append(' ');
            }
            words.append(word);
        }
        return words.toString();
    }

    /** In code-point order, as listing pages print them. */
    private List<String> tags() {
        TreeSet<String> tags = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            tags.add(TAGS.get(random.nextInt(TAGS.size())));
        }
        return List.copyOf(tags);
    }
}
