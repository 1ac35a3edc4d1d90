package archsearch.server;

import archsearch.indexer.article.Language;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchRequest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every kind of page that the site has, over the articles that ship. */
final class SitePages {
    private static final List<String> PATHS = List.of(
            "/",
            "/search",
            "/search?q=kafka",
            "/search?q=flash+sale&page=2&sort=newest&size=10",
            "/search?q=%E6%9E%B6%E6%9E%84&lang=zh",
            "/search?q=kafka+OR+redis&tag=Scalability&year=2018&year=2019&from=2018-01-01&to=2019-12-31&minutesMax=20",
            "/search?q=mesage+queue",
            "/search?q=kafka&lang=zh&year=1999",
            "/search?q=nothinglikeitatall",
            "/search?q=%22open&group=off",
            "/search/facets/tag?q=kafka&tag=Scalability",
            "/search/facets/publisher?order=name",
            "/search/facets/year",
            "/tags",
            "/tags?order=count",
            "/tags?letter=K",
            "/tags?prefix=zzz",
            "/tags/Backend%20Architecture",
            "/tags/Backend%20Architecture?q=kafka&sort=oldest",
            "/tags/Backend%20Architecture?q=nothinglikeitatall",
            "/tags/Kafka?page=2&size=10",
            "/publishers",
            "/publishers/Youzan%20Coder",
            "/api",
            "/problems/not-found",
            "/search?sort=best",
            "/search?page=2000&size=100",
            "/tags/Kafk",
            "/publishers/nobody",
            "/articles/none",
            "/nope");

    private SitePages() {}

    /** Their paths, each in English and in Chinese. */
    static List<String> paths(SampleSite site) {
        return Stream.concat(PATHS.stream(), articles(site))
                .flatMap(path -> Stream.of("en", "zh").map(ui -> path + (path.contains("?") ? '&' : '?') + "ui=" + ui))
                .toList();
    }

    /** An English article, a Chinese one, and one with reposts. */
    private static Stream<String> articles(SampleSite site) {
        List<Hit> hits = site.engine()
                .search(SearchRequest.builder().size(SearchRequest.MAX_SIZE).build())
                .hits();
        return Stream.<Predicate<Hit>>of(
                        hit -> hit.article().lang() == Language.EN,
                        hit -> hit.article().lang() == Language.ZH,
                        hit -> !hit.reposts().isEmpty())
                .map(kind -> hits.stream().filter(kind).findFirst().orElseThrow())
                .map(hit -> "/articles/" + hit.article().id());
    }
}
