package archsearch.server.url;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the name that a caller most likely meant. */
final class ParameterNames {
    /** Names that other search APIs use for the same thing. */
    private static final Map<String, Parameter> ELSEWHERE = Map.ofEntries(
            Map.entry("query", Parameter.Q),
            Map.entry("search", Parameter.Q),
            Map.entry("keyword", Parameter.Q),
            Map.entry("author", Parameter.PUBLISHER),
            Map.entry("source", Parameter.PUBLISHER),
            Map.entry("language", Parameter.LANG),
            Map.entry("since", Parameter.FROM),
            Map.entry("after", Parameter.FROM),
            Map.entry("until", Parameter.TO),
            Map.entry("before", Parameter.TO),
            Map.entry("minutes", Parameter.MINUTES_MAX),
            Map.entry("order", Parameter.SORT),
            Map.entry("orderby", Parameter.SORT),
            Map.entry("offset", Parameter.PAGE),
            Map.entry("limit", Parameter.SIZE),
            Map.entry("perpage", Parameter.SIZE),
            Map.entry("pagesize", Parameter.SIZE),
            Map.entry("locale", Parameter.UI),
            Map.entry("hl", Parameter.UI));

    private ParameterNames() {}

    /** The nearest of the allowed names, or null where none is near enough to be offered. */
    static @Nullable String nearest(String name, Set<Parameter> allowed) {
        String folded = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        Parameter elsewhere = ELSEWHERE.get(folded);
        if (elsewhere != null && Parameter.ofKey(elsewhere.key(), allowed).isPresent()) {
            return elsewhere.key();
        }
        return NearestName.of(folded, allowed.stream().map(Parameter::key).toList());
    }
}
