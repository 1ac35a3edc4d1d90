package archsearch.searcher.query;

import archsearch.searcher.MarkedText;
import archsearch.searcher.Match;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from an article's marks why it was found. */
public final class MatchReader {
    /** Reasons given for each field; more say nothing new. */
    private static final int PER_FIELD = 3;

    /** A name of the glossary that was searched on behalf of what was typed. */
    private record Partner(List<String> elements, String typed) {}

    private final List<Partner> partners = new ArrayList<>();
    private final Set<List<String>> typed = new HashSet<>();

    /**
     * @param searched the query as it was searched for
     */
    public MatchReader(QueryNode.AllOf searched) {
        collect(searched);
    }

    private void collect(QueryNode node) {
        switch (node) {
            case QueryNode.Glossed n -> {
                typed.add(terms(n.text()));
                for (String partner : n.partners()) {
                    partners.add(new Partner(terms(partner), n.text()));
                }
                collect(n.literal());
            }
            case QueryNode.Pieced n -> n.pieces().forEach(this::collect);
            case QueryNode.MostOf n -> n.nodes().forEach(this::collect);
            case QueryNode.AllOf n -> n.nodes().forEach(this::collect);
            case QueryNode.AnyOf n -> n.nodes().forEach(this::collect);
            case QueryNode.Preferred n -> collect(n.node());
            case QueryNode.Words n -> typed.add(terms(n.text()));
            case QueryNode.Phrase n -> {}
            case QueryNode.Prefix n -> {}
            case QueryNode.Fuzzy n -> {}
            case QueryNode.Value n -> {}
            case QueryNode.Dates n -> {}
            case QueryNode.Minutes n -> {}
            case QueryNode.Not n -> {}
        }
    }

    /** The reasons, title first, at most a few for each field; empty where nothing is marked. */
    public List<Match> matches(MarkedText title, MarkedText summary, List<MarkedText> tags) {
        List<Match> matches = new ArrayList<>(matches("title", List.of(title)));
        matches.addAll(matches("tag", tags));
        matches.addAll(matches("summary", List.of(summary)));
        return matches;
    }

    private List<Match> matches(String field, List<MarkedText> texts) {
        List<Match> matches = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (MarkedText text : texts) {
            for (String marked : marked(text)) {
                List<String> elements = terms(marked);
                if (matches.size() < PER_FIELD && seen.add(elements)) {
                    matches.add(new Match(field, marked, typed(elements)));
                }
            }
        }
        return matches;
    }

    /** The marked parts of a text; words of the query that stand next to each other are one. */
    private List<String> marked(MarkedText text) {
        List<String> parts = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (MarkedText.Mark mark : text.marks()) {
            boolean next = start >= 0
                    && mark.start() == end + 1
                    && !Character.isLetterOrDigit(text.text().charAt(end))
                    && typed(terms(text.text().substring(start, end))) == null
                    && typed(terms(text.text().substring(mark.start(), mark.end()))) == null;
            if (!next) {
                if (start >= 0) {
                    parts.add(text.text().substring(start, end));
                }
                start = mark.start();
            }
            end = mark.end();
        }
        if (start >= 0) {
            parts.add(text.text().substring(start, end));
        }
        return parts;
    }

    /** What was typed where these elements are a partner of it; the typed words themselves come first. */
    private @Nullable String typed(List<String> elements) {
        if (typed.contains(elements)) {
            return null;
        }
        return partners.stream()
                .filter(p -> p.elements().equals(elements))
                .map(Partner::typed)
                .findFirst()
                .orElse(null);
    }

    private static List<String> terms(String text) {
        return TextElement.of(text).stream().map(TextElement::term).toList();
    }
}
