package archsearch.server.page;

import archsearch.indexer.article.Article;
import archsearch.searcher.ArticleResponse;
import archsearch.searcher.FacetDim;
import archsearch.searcher.SimilarResponse;
import archsearch.server.api.JsonLd;
import archsearch.server.url.ApiUrl;
import archsearch.server.url.RequestUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article with everything known of it.
 *
 * @param card the article, its summary whole
 * @param facts what the card leaves out, each with its name
 * @param reposts where else it was published, or null
 * @param similar articles about the same subjects, the most similar first
 * @param json the same in JSON
 */
public record ArticlePage(
        Frame frame, Card card, List<Fact> facts, @Nullable Reposts reposts, List<Card> similar, String json)
        implements Page {
    /**
     * Something known of an article.
     *
     * @param href leads to the articles that have it in common, or null
     */
    public record Fact(String name, String text, @Nullable String href) {}

    /**
     * The page of an article.
     *
     * @param similar the articles like it
     */
    public static ArticlePage of(Reader reader, Assets assets, ArticleResponse response, SimilarResponse similar) {
        Article article = response.article();
        RequestUrl url = RequestUrl.page("articles", article.id());
        return new ArticlePage(
                Frame.of(reader, assets, article.title(), url, url.defaults().in(reader.chosen()), true)
                        .offering(null, JsonLd.article(reader.site(), article)),
                Card.of(reader, article),
                facts(reader, article),
                Reposts.onPage(reader, article, response.reposts()),
                similar.hits().stream().map(hit -> Card.of(reader, hit)).toList(),
                ApiUrl.article(article.id()).path());
    }

    private static List<Fact> facts(Reader reader, Article a) {
        Wording words = reader.words();
        String code = a.lang().code();
        return List.of(
                new Fact(
                        words.facet(FacetDim.LANG),
                        words.facetValue(FacetDim.LANG, code),
                        RequestUrl.hrefOf(FacetDim.LANG, code, reader.chosen())),
                new Fact(words.idLabel(), a.id(), null));
    }
}
