package archsearch.server;

import archsearch.searcher.Completion;
import archsearch.searcher.Facet;
import archsearch.searcher.FacetDim;
import archsearch.searcher.FacetRequest;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.SearchException;
import archsearch.searcher.SearchRequest;
import archsearch.searcher.SearchResponse;
import archsearch.searcher.SuggestRequest;
import archsearch.searcher.ValueName;
import archsearch.server.api.Problem;
import archsearch.server.page.Assets;
import archsearch.server.page.ProblemPage;
import archsearch.server.page.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lies near to a name: values that mean the same, values that may have been meant. Thread-safe as far as the engine is. */
final class Nearby {
    private static final int SAME = 5;
    private static final int NEAREST = 8;
    private static final int MAX_WORDS = 3;
    private static final int MIN_PREFIX = 2;

    private final SearchEngine engine;

    Nearby(SearchEngine engine) {
        this.engine = engine;
    }

    /** The values that mean the same as one, with their numbers of articles; those that have lost theirs meanwhile are left out. */
    List<Facet.Value> sameMeaning(ValueName value) {
        return value.aliases().stream()
                .limit(SAME)
                .map(alias -> new Facet.Value(
                        alias,
                        search(SearchRequest.of("").toggled(value.dim(), alias)).total(),
                        false))
                .filter(v -> v.count() > 0)
                .toList();
    }

    /** The page for a value that does not exist, with what may have been meant. */
    ProblemPage helpWith(Reader reader, Assets assets, Problem problem, FacetDim dim, String name) {
        List<Facet.Value> nearest = List.of();
        SearchResponse text = null;
        try {
            nearest = nearest(dim, name);
            text = search(SearchRequest.of(name));
        } catch (SearchException e) {
            // The page is about the value; help that cannot be had must not turn it into another problem.
        }
        SearchResponse found = text == null || text.total() == 0 || text.correctedFrom() != null ? null : text;
        return ProblemPage.ofValue(reader, assets, problem, dim, name, nearest, found);
    }

    /** The page for an article that does not exist. */
    ProblemPage helpWith(Reader reader, Assets assets, Problem problem, String id) {
        return ProblemPage.ofArticle(reader, assets, problem, id, docs());
    }

    private int docs() {
        try {
            return engine.index().docs();
        } catch (SearchException e) {
            return 0;
        }
    }

    /** The first that finds any: values that begin like the name, have it anywhere, or begin like one of its words or its half. */
    private List<Facet.Value> nearest(FacetDim dim, String name) {
        List<Facet.Value> found = startingWith(dim, name);
        if (found.isEmpty()) {
            found = containing(dim, name);
        }
        if (found.isEmpty()) {
            for (String part : parts(name)) {
                found = merged(found, startingWith(dim, part));
            }
        }
        return found.stream().limit(NEAREST).toList();
    }

    private List<Facet.Value> startingWith(FacetDim dim, String name) {
        String prefix = name.strip();
        if (prefix.isEmpty() || prefix.length() > FacetRequest.MAX_PREFIX_LENGTH) {
            return List.of();
        }
        FacetRequest request = new FacetRequest(SearchRequest.of(""), dim, prefix, FacetRequest.Order.COUNT, NEAREST);
        return engine.facet(request).facet().values();
    }

    private List<Facet.Value> containing(FacetDim dim, String name) {
        if (name.isBlank() || name.length() > SearchRequest.MAX_QUERY_LENGTH) {
            return List.of();
        }
        List<Facet.Value> values = new ArrayList<>();
        for (Completion c : engine.suggest(new SuggestRequest(name, SuggestRequest.MAX_SIZE))
                .completions()) {
            if (c instanceof Completion.Value v && v.dim() == dim) {
                values.add(new Facet.Value(v.text().text(), v.count(), false));
            }
        }
        return values;
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String word : name.split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.length() >= MIN_PREFIX && !word.equals(name) && parts.size() < MAX_WORDS) {
                parts.add(word);
            }
        }
        int half = name.offsetByCodePoints(0, name.codePointCount(0, name.length()) / 2);
        if (half >= MIN_PREFIX) {
            parts.add(name.substring(0, half));
        }
        return parts;
    }

    private static List<Facet.Value> merged(List<Facet.Value> some, List<Facet.Value> more) {
        Map<String, Facet.Value> all = new LinkedHashMap<>();
        some.forEach(v -> all.put(v.value(), v));
        more.forEach(v -> all.putIfAbsent(v.value(), v));
        return List.copyOf(all.values());
    }

    private SearchResponse search(SearchRequest request) {
        return engine.search(
                request.toBuilder().size(1).facets(Set.of()).highlights(false).build());
    }
}
