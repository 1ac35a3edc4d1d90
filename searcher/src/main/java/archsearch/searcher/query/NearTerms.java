package archsearch.searcher.query;

import archsearch.indexer.analysis.Pinyin;
import archsearch.indexer.analysis.TextKey;
import archsearch.indexer.glossary.Concept;
import archsearch.indexer.glossary.Glossary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the concepts of a glossary that a text it does not know may name: another wording, its pinyin, its initials. For people to
 * choose from; no search uses it. Immutable and thread-safe.
 */
public final class NearTerms {
    /** Two texts that have less in common (Dice's coefficient of their parts) are about different things more often than not. */
    private static final double LEAST = 0.5;

    private static final double READ_ALIKE = 0.95;
    private static final double INITIALS = 0.9;
    /** Two letters are the initials of hundreds of terms. */
    private static final int SHORTEST_INITIALS = 3;

    private final List<Form> forms;

    /** A form with what it is compared by. */
    private record Form(Concept concept, Set<String> parts, String pinyin, String initials) {
        static Form of(Concept concept, Concept.Form form) {
            List<TextElement> elements = TextElement.of(form.text());
            return new Form(
                    concept,
                    partsOf(elements),
                    elements.stream().allMatch(TextElement::isHan)
                            ? Pinyin.of(form.text()).key()
                            : "",
                    initialsOf(elements));
        }
    }

    /**
     * A concept that a text may name.
     *
     * @param likeness from {@value #LEAST} to 1
     */
    public record Near(Concept concept, double likeness) {}

    public NearTerms(Glossary glossary) {
        this.forms = glossary.concepts().stream()
                .flatMap(c -> c.forms().stream().map(f -> Form.of(c, f)))
                .toList();
    }

    /**
     * The concepts that come nearest, the nearest first, of equally near ones in the glossary's order.
     *
     * @param text as somebody typed it
     * @param limit most of them
     */
    public List<Near> of(String text, int limit) {
        List<TextElement> elements = TextElement.of(text);
        Set<String> parts = partsOf(elements);
        boolean isHan = !elements.isEmpty() && elements.stream().allMatch(TextElement::isHan);
        String reading = isHan ? Pinyin.of(text).key() : Pinyin.key(text);
        String letters = TextKey.of(text);
        List<Near> near = new ArrayList<>();
        for (Form form : forms) {
            double likeness = likeness(form, parts, reading, letters);
            if (likeness >= LEAST) {
                near.add(new Near(form.concept, likeness));
            }
        }
        near.sort(Comparator.comparingDouble(Near::likeness).reversed());
        Set<Concept> seen = new HashSet<>();
        return near.stream().filter(n -> seen.add(n.concept)).limit(limit).toList();
    }

    private static double likeness(Form form, Set<String> parts, String reading, String letters) {
        if (!reading.isEmpty() && reading.equals(form.pinyin)) {
            return READ_ALIKE;
        }
        if (letters.length() >= SHORTEST_INITIALS && letters.equals(form.initials)) {
            return INITIALS;
        }
        int shared = 0;
        for (String part : parts) {
            shared += form.parts.contains(part) ? 1 : 0;
        }
        return shared == 0 ? 0 : 2.0 * shared / (parts.size() + form.parts.size());
    }

    /** Words and names, and of Han characters any two that are adjacent: a single one says little. */
    private static Set<String> partsOf(List<TextElement> elements) {
        Set<String> parts = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            TextElement element = elements.get(i);
            if (!element.isHan()) {
                parts.add(element.term());
            } else if (i + 1 < elements.size() && elements.get(i + 1).isHan()) {
                parts.add(element.term() + elements.get(i + 1).term());
            }
        }
        return parts;
    }

    private static String initialsOf(List<TextElement> elements) {
        StringBuilder initials = new StringBuilder();
        for (TextElement element : elements) {
            if (element.isHan()) {
                return "";
            }
            initials.append(element.term().charAt(0));
        }
        return initials.toString().toLowerCase(Locale.ROOT);
    }
}
