package archsearch.server.xml;

import archsearch.searcher.FacetDim;
import archsearch.searcher.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names a search in one line that reads the same in every language: query and filters as the query language writes them. */
public final class FeedTitle {
    private static final String SITE = "archsearch";

    private FeedTitle() {}

    /** For example {@code flash sale tag:Kafka publisher:"Amap Tech" · archsearch}. */
    public static String of(SearchRequest request) {
        List<String> parts = new ArrayList<>();
        if (!request.q().isEmpty()) {
            parts.add(request.q());
        }
        for (FacetDim dim : FacetDim.values()) {
            if (dim.isOfValues()) {
                request.selected(dim).forEach(value -> parts.add(dim.word() + ':' + quoted(value)));
            }
        }
        if (request.from() != null || request.to() != null) {
            parts.add("date:" + day(request.from()) + ".." + day(request.to()));
        }
        if (request.minutesMax() != null) {
            parts.add("minutes:<=" + request.minutesMax());
        }
        return titled(String.join(" ", parts));
    }

    /** The title of a listing, which may be searched within. */
    public static String of(String value, String q) {
        return titled(q.isEmpty() ? value : q + " · " + value);
    }

    private static String titled(String what) {
        return what.isEmpty() ? SITE : what + " · " + SITE;
    }

    private static String day(@Nullable Object day) {
        return day == null ? "" : day.toString();
    }

    private static String quoted(String value) {
        return value.chars().anyMatch(Character::isWhitespace) ? '"' + value + '"' : value;
    }
}
