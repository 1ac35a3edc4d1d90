package archsearch.server.cli;

import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchRequest;
import java.util.List;

/** How many articles a query finds, for commands that show none of them. */
final class HitTotal {
    private HitTotal() {}

    /** The total of a search without filters. */
    static int of(SearchEngine engine, String q) {
        return engine.search(SearchRequest.builder()
                        .q(q)
                        .size(1)
                        .facets(List.of())
                        .highlights(false)
                        .build())
                .total();
    }
}
