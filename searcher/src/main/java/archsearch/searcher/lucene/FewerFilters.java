package archsearch.searcher.lucene;

import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.Suggestion;
import archsearch.searcher.query.ParsedQuery;
import archsearch.searcher.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The same search without a filter that is in the way, or without any. */
final class FewerFilters {
    /** Single filters whose removal is offered. */
    private static final int SINGLE = 3;

    private final HitCount count;
    private final SearchRequest request;

    FewerFilters(HitCount count, SearchRequest request) {
        this.count = count;
        this.request = request;
    }

    /** Searches without one filter, most hits first, then the one without any; those of them that have hits. */
    List<Suggestion> suggestions() throws IOException {
        List<Filter> filters = filters();
        List<Suggestion> suggestions = new ArrayList<>();
        if (filters.size() > 1) {
            for (Filter filter : filters) {
                add(suggestions, filter.without(), filter.names());
            }
            suggestions.sort(Comparator.comparingInt(Suggestion::count).reversed());
            suggestions = new ArrayList<>(suggestions.subList(0, Math.min(SINGLE, suggestions.size())));
        }
        if (!filters.isEmpty()) {
            add(suggestions, none(request), names());
        }
        return suggestions;
    }

    /** Every filter of the request, in the query language. */
    List<String> names() {
        return filters().stream().flatMap(f -> f.names().stream()).toList();
    }

    private void add(List<Suggestion> suggestions, SearchRequest other, List<String> dropped) throws IOException {
        int n = count.of(other);
        if (n > 0) {
            suggestions.add(new Suggestion(Suggestion.Kind.DROP_FILTERS, other, n, dropped));
        }
    }

    /** The request without any filter. */
    static SearchRequest none(SearchRequest request) {
        return request.toBuilder()
                .tags(List.of())
                .publishers(List.of())
                .categories(List.of())
                .langs(List.of())
                .years(List.of())
                .from(null)
                .to(null)
                .minutesMax(null)
                .build();
    }

    /**
     * A filter that can be removed on its own: one tag, or the values of another dimension together.
     *
     * @param names each value in the query language
     */
    private record Filter(SearchRequest without, List<String> names) {}

    private List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        for (String tag : request.tags()) {
            List<String> others =
                    request.tags().stream().filter(t -> !t.equals(tag)).toList();
            filters.add(new Filter(
                    request.toBuilder().tags(others).build(), List.of(name(new QueryNode.Value(FacetDim.TAG, tag)))));
        }
        for (FacetDim dim : FacetDim.values()) {
            List<String> values = request.selected(dim);
            if (dim.isDisjunctive() && !values.isEmpty()) {
                List<String> names = values.stream()
                        .map(v -> name(new QueryNode.Value(dim, v)))
                        .toList();
                filters.add(new Filter(request.without(dim), names));
            }
        }
        if (request.from() != null || request.to() != null) {
            String name = name(new QueryNode.Dates(request.from(), request.to()));
            filters.add(new Filter(request.without(FacetDim.MONTH), List.of(name)));
        }
        Integer minutes = request.minutesMax();
        if (minutes != null) {
            String name = name(new QueryNode.Minutes(1, minutes));
            filters.add(new Filter(request.without(FacetDim.MINUTES), List.of(name)));
        }
        return filters;
    }

    private static String name(QueryNode filter) {
        return new ParsedQuery(new QueryNode.AllOf(List.of(filter)), List.of()).readBack();
    }
}
