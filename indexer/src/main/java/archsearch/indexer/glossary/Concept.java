package archsearch.indexer.glossary;

import java.util.List;

/**
 * One thing and what it is called: 秒杀, flash sale, seckill.
 *
 * @param forms at least two, or one where a form has nothing but spellings of itself; in the order of the file, Chinese first
 * @param topic the field of computing it belongs to, a word of the file; may be empty
 * @param line where it stands in its file, from 1
 */
public record Concept(List<Form> forms, String topic, int line) {
    public Concept {
        forms = List.copyOf(forms);
    }

    /**
     * One way to write a concept.
     *
     * @param text as people write it; never blank
     * @param searched whether it is looked for when another form is typed. It is not where it means other things more often:
     *     {@code vi} is understood in a query, but whoever types "Vi IMproved" does not want every text with "vi".
     */
    public record Form(String text, boolean searched) {}
}
