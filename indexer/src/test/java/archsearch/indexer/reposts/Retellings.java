package archsearch.indexer.reposts;

import archsearch.indexer.article.Article;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Articles that retell made-up stories, from a seed. A story is a set of words that no other story has. */
public final class Retellings {
    private static final int TITLE_WORDS = 6;
    private static final int SUMMARY_WORDS = 24;

    private final Random random;

    public Retellings(long seed) {
        this.random = new Random(seed);
    }

    /** As many articles, of about half as many stories; ids begin with the number of the story. */
    public List<Article> articles(int count) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            articles.add(retelling(random.nextInt(Math.max(1, count / 2)), i));
        }
        return articles;
    }

    /** One more article on a story; a number makes its id its own. */
    public Article retelling(int story, int number) {
        boolean sameText = random.nextInt(3) == 0;
        Random told = new Random(sameText ? story : random.nextLong());
        return article(
                story + "-" + number, number, some(story, 0, TITLE_WORDS, told), some(story, 50, SUMMARY_WORDS, told));
    }

    /** The story that an article of {@link #articles} tells. */
    public static String storyOf(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    /** Articles of which each shares most words with the next, and the first none with the last. */
    public List<Article> chain(int length) {
        List<Article> chain = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<String> title = new ArrayList<>();
            List<String> summary = new ArrayList<>();
            for (int w = 0; w < TITLE_WORDS; w++) {
                title.add(word(0, i + w));
            }
            for (int w = 0; w < SUMMARY_WORDS; w++) {
                summary.add(word(1, 4 * i + w));
            }
            chain.add(article("chain-" + (char) ('a' + i), i, title, summary));
        }
        return chain;
    }

    private static Article article(String id, int number, List<String> title, List<String> summary) {
        return Article.builder(
                        String.join(" ", title),
                        "Publisher " + number,
                        LocalDate.of(2020, 1, 1).plusDays(number % 300))
                .id(id)
                .summary(String.join(" ", summary) + '.')
                .build();
    }

    private static List<String> some(int story, int from, int count, Random told) {
        List<String> words = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            if (told.nextInt(10) < 8) {
                words.add(word(story, from + w));
            }
        }
        return words;
    }

    /** A word that is spelled like no other, in letters only. */
    private static String word(int story, int number) {
        StringBuilder word = new StringBuilder("k");
        for (int n = story * 200 + number + 1; n > 0; n /= 20) {
            word.append("bcdfghjklmnpqrtvwxzq".charAt(n % 20)).append("aou".charAt(n % 3));
        }
        return word.append('k').toString();
    }
}
