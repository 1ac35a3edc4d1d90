package archsearch.server.page;

import archsearch.searcher.SearchResponse;
import archsearch.searcher.Suggestion;
import archsearch.server.url.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about the query above its hits.
 *
 * @param corrected that another query was answered than the one typed, or null
 * @param meant queries that may have been meant and have more hits; empty where there are no hits
 */
public record QueryNotes(@Nullable String corrected, List<Count> meant) {

    static QueryNotes of(Reader reader, Address address, SearchResponse response) {
        Wording words = reader.words();
        String typed = response.correctedFrom();
        String corrected = typed == null ? null : words.corrected(typed, response.parsed(), response.total() > 0);
        List<Count> meant = response.total() == 0
                ? List.of()
                : response.suggestions().stream()
                        .map(s -> meant(reader, address, s))
                        .toList();
        return new QueryNotes(corrected, meant);
    }

    private static Count meant(Reader reader, Address address, Suggestion s) {
        return new Count(
                reader.words().didYouMean(s.request().q()),
                ResultsPage.offered(reader, address, s),
                reader.words().articles(s.count()));
    }
}
