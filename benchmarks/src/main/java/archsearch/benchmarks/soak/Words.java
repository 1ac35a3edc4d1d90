package archsearch.benchmarks.soak;

import archsearch.indexer.analysis.TechText;
import archsearch.indexer.analysis.Token;
import archsearch.indexer.article.Article;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Takes articles, and what to ask for, from articles that are there. Not thread-safe. */
final class Words {
    private final List<Article> articles;
    private final SplittableRandom random;

    Words(List<Article> articles, SplittableRandom random) {
        this.articles = articles;
        this.random = random;
    }

    /** A number from 0 to less than the bound. */
    int number(int bound) {
        return random.nextInt(bound);
    }

    /** One of some texts. */
    String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    Article article() {
        return articles.get(random.nextInt(articles.size()));
    }

    /** A word of a title, Chinese or English. */
    String word() {
        String title = article().title();
        List<Token> tokens = TechText.words(title);
        Token token = tokens.get(random.nextInt(tokens.size()));
        return title.substring(token.start(), token.end());
    }

    /** One to three words. */
    String words() {
        StringBuilder words = new StringBuilder(word());
        for (int more = random.nextInt(3); more > 0; more--) {
            words.append(' ').append(word());
        }
        return words.toString();
    }

    /** A text as it stands in a URL, in a path as well as in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
