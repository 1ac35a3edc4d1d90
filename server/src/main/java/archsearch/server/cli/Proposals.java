package archsearch.server.cli;

import archsearch.indexer.glossary.Concept;
import archsearch.indexer.glossary.Glossary;
import archsearch.searcher.SearchEngine;
import archsearch.searcher.query.NearTerms;
import archsearch.server.log.ZeroResults;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines that might be added to the glossary, since people search for words in vain that may name a concept of it. Each leads to
 * articles; which of them is right only a person can say.
 */
final class Proposals {
    /** Queries that are looked at, the most frequent first. */
    private static final int MOST_QUERIES = 200;

    private static final int MOST_CONCEPTS = 3;
    /** Longer texts are sentences and name no single concept. */
    private static final int MAX_LENGTH = 60;

    private final NearTerms terms;
    private final SearchEngine engine;

    /**
     * @param engine tells whether a concept leads to articles
     */
    Proposals(Glossary glossary, SearchEngine engine) {
        this.terms = new NearTerms(glossary);
        this.engine = engine;
    }

    /**
     * A line to add.
     *
     * @param q what was typed
     * @param count how often in vain
     * @param articles how many the concept leads to
     * @param line as the glossary's file has it, without its end
     */
    record Proposal(String q, int count, int articles, String line) {}

    /** Proposals for what was asked in vain, the most frequent query first; none for queries that only their filters spoil. */
    List<Proposal> of(List<ZeroResults.Query> queries) {
        List<Proposal> proposals = new ArrayList<>();
        queries.stream().filter(q -> q.unfiltered() > 0).limit(MOST_QUERIES).forEach(query -> {
            String text = wanted(query);
            if (text.length() <= MAX_LENGTH && HitTotal.of(engine, text) == 0) {
                terms.of(text, MOST_CONCEPTS).stream()
                        .map(near -> proposal(query, text, near.concept()))
                        .filter(proposal -> proposal.articles() > 0)
                        .forEach(proposals::add);
            }
        });
        return proposals;
    }

    /** The words that are at fault, where that is known, else all. */
    private static String wanted(ZeroResults.Query query) {
        String text = query.dropped().isEmpty() ? query.q() : String.join(" ", query.dropped());
        return text.replaceAll("[\\t|~#]", " ").strip();
    }

    private Proposal proposal(ZeroResults.Query query, String text, Concept concept) {
        int articles = concept.forms().stream()
                .filter(Concept.Form::searched)
                .limit(1)
                .mapToInt(form -> HitTotal.of(engine, form.text()))
                .sum();
        boolean typedHan = hasHan(text);
        String line = column(concept, Proposals::hasHan, typedHan ? text : null)
                + '\t'
                + column(concept, form -> !hasHan(form), typedHan ? null : text)
                + '\t'
                + concept.topic();
        return new Proposal(query.q(), query.count(), articles, line);
    }

    /** One side of the line; what was typed is only understood, since nobody has checked that articles call it so. */
    private static String column(Concept concept, Predicate<String> side, @Nullable String typed) {
        String forms = concept.forms().stream()
                .filter(form -> side.test(form.text()))
                .map(form -> form.searched() ? form.text() : '~' + form.text())
                .collect(Collectors.joining(" | "));
        if (typed == null) {
            return forms;
        }
        return forms.isEmpty() ? '~' + typed : forms + " | ~" + typed;
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
