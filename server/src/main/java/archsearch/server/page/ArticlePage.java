package archsearch.server.page;

import archsearch.indexer.article.Article;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.Sort;
import archsearch.server.url.RequestUrl;
import java.util.List;
import java.util.Set;

/**
 * One article.
 *
 * @param card the article, its summary whole
 * @param moreHeading names the publisher
 * @param more other articles of the publisher, newest first
 */
public record ArticlePage(Frame frame, Card card, String moreHeading, List<Card> more, String json) implements Page {
    private static final int MORE = 5;

    /** The search for other articles of the publisher. */
    public static SearchRequest more(Article article) {
        return SearchRequest.builder()
                .publishers(List.of(article.publisher()))
                .sort(Sort.NEWEST)
                .size(MORE + 1)
                .facets(Set.of())
                .build();
    }

    /**
     * The page of an article.
     *
     * @param more the answer to {@link #more(Article)}
     */
    public static ArticlePage of(Reader reader, String stylesheet, Article article, SearchResponse more) {
        RequestUrl url = RequestUrl.page("articles", article.id());
        return new ArticlePage(
                Frame.of(
                        reader, stylesheet, article.title(), url, url.defaults().in(reader.chosen()), true),
                Card.of(reader, article),
                reader.words().moreByPublisher(article.publisher()),
                more.hits().stream()
                        .filter(hit -> !hit.article().id().equals(article.id()))
                        .limit(MORE)
                        .map(hit -> Card.of(reader, hit))
                        .toList(),
                RequestUrl.api("api", "v1", "articles", article.id()).path());
    }
}
