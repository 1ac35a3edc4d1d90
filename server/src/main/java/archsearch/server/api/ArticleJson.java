package archsearch.server.api;

import archsearch.indexer.article.Article;
import archsearch.searcher.ArticleResponse;
import archsearch.searcher.Repost;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One article in JSON: the fields of a hit that do not depend on a search. Lists are never null. Thread-safe. */
public final class ArticleJson {
    private ArticleJson() {}

    /** Writes the answer as one line of JSON. */
    public static String write(ArticleResponse response) {
        Article article = response.article();
        return Json.write(
                new Root(article.id(), Facts.of(article), reposts(response.reposts()), IndexJson.of(response.index())));
    }

    record Root(String id, @JsonUnwrapped Facts facts, List<RepostView> reposts, IndexJson index) {}

    /** What is known of an article, the same in every answer. */
    record Facts(
            String title,
            String summary,
            String lang,
            String publisher,
            String date,
            String category,
            List<String> tags,
            int likes,
            int readMinutes,
            @Nullable String url) {
        static Facts of(Article a) {
            return new Facts(
                    a.title(),
                    a.summary(),
                    a.lang().code(),
                    a.publisher(),
                    a.date().toString(),
                    a.category(),
                    a.tags(),
                    a.likes(),
                    a.readMinutes(),
                    a.url());
        }
    }

    /**
     * Where else an article was published.
     *
     * @param kind {@code text} for the same text, {@code story} for the same story in other words
     */
    record RepostView(String id, String title, String publisher, String date, String kind) {
        static RepostView of(Repost repost) {
            Article a = repost.article();
            return new RepostView(
                    a.id(),
                    a.title(),
                    a.publisher(),
                    a.date().toString(),
                    repost.kind().word());
        }
    }

    static List<RepostView> reposts(List<Repost> reposts) {
        return reposts.stream().map(RepostView::of).toList();
    }
}
