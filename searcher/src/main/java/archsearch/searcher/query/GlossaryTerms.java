package archsearch.searcher.query;

import archsearch.indexer.glossary.Concept;
import archsearch.indexer.glossary.Glossary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a glossary, ready to be recognised in queries, however they are written there: case, hyphens, plural and
 * traditional characters make no difference. Immutable and thread-safe.
 */
public final class GlossaryTerms {
    /** No terms. */
    public static final GlossaryTerms EMPTY = of(Glossary.EMPTY);

    /** Shortest Chinese form that is trusted where a word's border lies within it: 线程池 is, 程池 would not be. */
    private static final int TRUSTED_LENGTH = 3;

    /** The topic of terms that any article may use, whatever it is about. */
    private static final String GENERAL = "general";

    private final Node root = new Node();
    private final Glossary glossary;
    /** Asked for with every search, and a glossary is long. */
    private final String revision;

    private GlossaryTerms(Glossary glossary) {
        for (Concept concept : glossary.concepts()) {
            for (Concept.Form form : concept.forms()) {
                List<TextElement> elements = TextElement.of(form.text());
                if (!elements.isEmpty()) {
                    root.add(elements, concept);
                    addPlural(form.text(), elements.getLast(), concept);
                }
            }
        }
        this.glossary = glossary;
        this.revision = glossary.concepts().isEmpty() ? "" : Integer.toHexString(glossary.hashCode());
    }

    /** The stemmer takes some plurals for words of their own, such as sales. */
    private void addPlural(String form, TextElement last, Concept concept) {
        boolean isWord = !last.isHan() && last.term().chars().allMatch(c -> c >= 'a' && c <= 'z');
        if (isWord && last.term().length() >= TRUSTED_LENGTH && !form.endsWith("s")) {
            root.add(TextElement.of(form + 's'), concept);
        }
    }

    /** The terms of a glossary. */
    public static GlossaryTerms of(Glossary glossary) {
        return new GlossaryTerms(glossary);
    }

    /** Tells glossaries apart: equal for equal contents, empty for a glossary of nothing. */
    public String revision() {
        return revision;
    }

    /** The forms that are searched for whatever other form is typed, each once, in the order of the glossary. */
    public List<String> forms() {
        return glossary.concepts().stream()
                .flatMap(c -> c.forms().stream())
                .filter(Concept.Form::searched)
                .map(Concept.Form::text)
                .distinct()
                .toList();
    }

    /**
     * The longest term that begins at an element, at most up to {@code limit}, within a stretch whose ends count as borders of
     * words.
     *
     * @return its end, exclusive; {@code from} where none begins there
     */
    int longestAt(List<TextElement> elements, int from, int limit, int stretchFrom, int stretchTo) {
        int longest = from;
        Node node = root;
        for (int at = from; at < limit; at++) {
            node = node.next.get(elements.get(at).term());
            if (node == null) {
                break;
            }
            if (!node.concepts.isEmpty() && fits(elements, from, at + 1, stretchFrom, stretchTo)) {
                longest = at + 1;
            }
        }
        return longest;
    }

    private static boolean fits(List<TextElement> elements, int from, int end, int stretchFrom, int stretchTo) {
        boolean starts = from == stretchFrom || elements.get(from).startsWord();
        boolean ends = end == stretchTo || elements.get(end - 1).endsWord();
        return (starts && ends)
                || (end - from >= TRUSTED_LENGTH
                        && elements.subList(from, end).stream().allMatch(TextElement::isHan));
    }

    /** Every form of what a text as a whole names, in the order of the glossary; empty where it is no term. */
    public List<String> names(String text) {
        return concepts(text).stream()
                .flatMap(c -> c.forms().stream())
                .map(Concept.Form::text)
                .distinct()
                .toList();
    }

    /** What a text as a whole may name, in the order of the glossary; empty where it is no term. */
    public List<Concept> concepts(String text) {
        Node node = node(TextElement.of(text));
        return node == null ? List.of() : Collections.unmodifiableList(node.concepts);
    }

    /** Whether a text as a whole is a term. */
    boolean isTerm(String text) {
        return !concepts(text).isEmpty();
    }

    /** Whether a text as a whole is a term, but of no field: tutorial, 教程. */
    boolean isGeneral(String text) {
        List<Concept> concepts = concepts(text);
        return !concepts.isEmpty() && concepts.stream().allMatch(c -> c.topic().equals(GENERAL));
    }

    private @Nullable Node node(List<TextElement> elements) {
        Node node = root;
        for (TextElement element : elements) {
            node = node.next.get(element.term());
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    /** The other forms of what these elements name, to be searched on its behalf; none where they are no term. */
    List<String> partners(List<TextElement> elements) {
        Node node = node(elements);
        if (node == null) {
            return List.of();
        }
        List<String> known = node.partners;
        if (known == null) {
            // Whoever comes second at the same time finds the same.
            known = partners(node.concepts, elements);
            node.partners = known;
        }
        return known;
    }

    private static List<String> partners(List<Concept> concepts, List<TextElement> elements) {
        List<String> typed = terms(elements);
        // A single Han character is not found within a word.
        boolean isFoundWithin = elements.size() > 1 || !elements.getFirst().isHan();
        Set<List<String>> seen = new HashSet<>();
        List<String> partners = new ArrayList<>();
        for (Concept concept : concepts) {
            for (Concept.Form form : concept.forms()) {
                List<String> other = terms(TextElement.of(form.text()));
                // What holds the typed words is found by them: "Apache Kafka" by "kafka".
                boolean isFoundAnyway =
                        other.equals(typed) || (isFoundWithin && Collections.indexOfSubList(other, typed) >= 0);
                if (form.searched() && !isFoundAnyway && seen.add(other)) {
                    partners.add(form.text());
                }
            }
        }
        return List.copyOf(partners);
    }

    private static List<String> terms(List<TextElement> elements) {
        return elements.stream().map(TextElement::term).toList();
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>(2);
        private final List<Concept> concepts = new ArrayList<>(1);
        private volatile @Nullable List<String> partners;

        void add(List<TextElement> elements, Concept concept) {
            Node node = this;
            for (TextElement element : elements) {
                node = node.next.computeIfAbsent(element.term(), t -> new Node());
            }
            if (node.concepts.isEmpty() || !node.concepts.getLast().equals(concept)) {
                node.concepts.add(concept);
            }
        }
    }
}
