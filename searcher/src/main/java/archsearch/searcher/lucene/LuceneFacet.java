package archsearch.searcher.lucene;

import archsearch.searcher.Facet;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.FacetResponse;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.Sort;
import archsearch.searcher.query.GlossaryTerms;
import archsearch.searcher.query.ParsedQuery;
import archsearch.searcher.query.QueryParser;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** The values of one dimension on one snapshot, from request to response. */
final class LuceneFacet {
    private final IndexSnapshot snapshot;
    private final GlossaryTerms glossary;
    private final QueryTranslation translation;
    private final FacetRequest request;
    private final SearchRequest counted;
    private final Deadline deadline;
    private final long startNanos = System.nanoTime();

    LuceneFacet(IndexSnapshot snapshot, GlossaryTerms glossary, FacetRequest request, Deadline deadline) {
        this.snapshot = snapshot;
        this.glossary = glossary;
        this.translation = new QueryTranslation(snapshot, glossary, deadline);
        this.deadline = deadline;
        this.request = request;
        this.counted = request.search().toBuilder()
                .facets(Set.of(request.dim()))
                .page(1)
                .cursor(null)
                .sort(Sort.NEWEST)
                .build();
    }

    FacetResponse run() throws IOException {
        ParsedQuery typed = QueryParser.parse(counted.q());
        FacetedSearch.Result found = find(typed);
        // The numbers are those of the search, so they count what the search would answer.
        Optional<Correction> correction = deadline.hasCutShort()
                ? Optional.empty()
                : new Alternatives(snapshot, translation, counted, typed, deadline).answeredInstead(found.total());
        if (correction.isPresent()) {
            found = find(correction.get().query());
        }
        ValuePrefix prefix = ValuePrefix.of(request.prefix(), request.dim(), snapshot.completions());
        Facet facet = found.list().of(request.dim(), prefix, request.order(), request.size());
        return new FacetResponse(
                request,
                facet,
                snapshot.info().withGlossary(glossary.revision()),
                System.nanoTime() - startNanos,
                deadline.hasCutShort());
    }

    /** Needs no hits, so it sorts by what takes no scores. */
    private FacetedSearch.Result find(ParsedQuery query) throws IOException {
        return new FacetedSearch(snapshot, counted, deadline)
                .search(
                        LuceneSearch.narrowed(translation.of(query), counted),
                        null,
                        1,
                        LuceneSearch.sort(counted.sort()));
    }
}
