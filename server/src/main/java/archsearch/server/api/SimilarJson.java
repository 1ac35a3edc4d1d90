package archsearch.server.api;

import archsearch.searcher.SimilarResponse;
import archsearch.server.url.Highlighting;
import java.util.List;

/** Articles like one in JSON, each as a search's hit. Lists are never null. Thread-safe. */
public final class SimilarJson {
    private SimilarJson() {}

    /** Writes the answer as one line of JSON; what the articles have in common with the one is highlighted. */
    public static String write(SimilarResponse response, Highlighting highlighting) {
        return Json.write(new Root(
                response.request().id(),
                response.request().size(),
                response.hits().stream()
                        .map(hit -> SearchJson.hit(hit, highlighting))
                        .toList(),
                IndexJson.of(response.index()),
                response.tookNanos() / 1_000_000));
    }

    record Root(String id, int size, List<SearchJson.HitView> hits, IndexJson index, long tookMs) {}
}
