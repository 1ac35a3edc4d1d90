package archsearch.server;

import archsearch.indexer.article.Language;
import archsearch.searcher.Hit;
import archsearch.searcher.SearchRequest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every kind of page that the site has, over the articles that ship. */
final class SitePages {
    private static final List<String> KINDS = List.of(
            "/",
            "/search?q=kafka",
            "/search?q=kafka+OR+redis&tag=Scalability&year=2018&year=2019&from=2018-01-01&to=2019-12-31&minutesMax=20",
            "/search?q=mesage+queue&size=10&page=2&sort=newest",
            "/search?q=%22kafka&lang=zh&year=1999",
            "/search/facets/tag?q=kafka&tag=Scalability",
            "/tags?letter=K",
            "/tags/Backend%20Architecture?size=10&page=2",
            "/publishers",
            "/api",
            "/help",
            "/trends?tag=Go&tag=Kafka",
            "/search?sort=best",
            "/tags/Kafk");

    /** The same kinds in other states. */
    private static final List<String> STATES = List.of(
            "/search",
            "/search?q=%E6%9E%B6%E6%9E%84&lang=zh",
            "/search?q=nothinglikeitatall",
            "/search?group=off",
            "/search?page=2000&size=100",
            "/search/facets/publisher?order=name",
            "/search/facets/year",
            "/tags",
            "/tags?order=count",
            "/tags?prefix=zzz",
            "/tags/Backend%20Architecture",
            "/tags/Backend%20Architecture?q=kafka&sort=oldest",
            "/tags/Backend%20Architecture?q=nothinglikeitatall",
            "/publishers/Youzan%20Coder",
            "/problems/not-found",
            "/publishers/nobody",
            "/articles/none",
            "/nope",
            "/trends");

    private SitePages() {}

    /** A path of each kind, in English and in Chinese. */
    static List<String> kinds(SampleSite site) {
        return inBothLanguages(Stream.concat(KINDS.stream(), articles(site)));
    }

    /** Those of {@link #kinds} and other states of them, in English and in Chinese. */
    static List<String> all(SampleSite site) {
        return Stream.concat(kinds(site).stream(), inBothLanguages(STATES.stream()).stream())
                .toList();
    }

    private static List<String> inBothLanguages(Stream<String> paths) {
        return paths.flatMap(
                        path -> Stream.of("en", "zh").map(ui -> path + (path.contains("?") ? '&' : '?') + "ui=" + ui))
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
