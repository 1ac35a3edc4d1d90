package archsearch.benchmarks.relevance;

import archsearch.benchmarks.engine.ArchsearchEngine;
import archsearch.benchmarks.engine.Ranking;
import archsearch.indexer.glossary.Concept;
import archsearch.indexer.glossary.Glossary;
import archsearch.searcher.query.GlossaryTerms;
import archsearch.searcher.query.QueryExpansion;
import archsearch.searcher.query.QueryNode;
import archsearch.searcher.query.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the topics of a set with the whole glossary, and again without each of the concepts that act in them. */
final class GlossaryEffects {
    private final TestSet set;
    private final Path index;
    private final Glossary glossary;
    private final GlossaryTerms terms;
    private final int depth;
    private final Judgements judgements;

    /**
     * @param set what is asked
     * @param index the index of its articles
     * @param depth most hits wanted for each topic
     */
    GlossaryEffects(TestSet set, Path index, Glossary glossary, int depth) throws IOException {
        this.set = set;
        this.index = index;
        this.glossary = glossary;
        this.terms = GlossaryTerms.of(glossary);
        this.depth = depth;
        this.judgements = Judgements.read(set.judgements());
    }

    /**
     * What every concept that acts in a topic does to it.
     *
     * @param topics of the set
     * @param threads queries at a time
     */
    Map<Concept, List<ConceptEffect.OfTopic>> of(List<Topic> topics, int threads) throws IOException {
        List<Topic> judged = topics.stream()
                .filter(t -> !judgements.relevant(t.id()).isEmpty())
                .toList();
        Map<String, List<String>> whole = rankings(terms, judged, threads);
        Map<Concept, List<ConceptEffect.OfTopic>> effects = new LinkedHashMap<>();
        for (Map<Concept, List<Topic>> round : rounds(acting(judged))) {
            GlossaryTerms less = GlossaryTerms.of(new Glossary(glossary.concepts().stream()
                    .filter(c -> !round.containsKey(c))
                    .toList()));
            List<Topic> asked =
                    round.values().stream().flatMap(Collection::stream).toList();
            Map<String, List<String>> without = rankings(less, asked, threads);
            round.forEach((concept, of) -> effects.put(
                    concept,
                    of.stream()
                            .map(topic -> new ConceptEffect.OfTopic(
                                    set.name(), topic.query(), precision(topic, whole) - precision(topic, without)))
                            .toList()));
        }
        return effects;
    }

    /** Concepts that never act in the same topic are left out together: to read a glossary takes longer than to ask a query. */
    private static List<Map<Concept, List<Topic>>> rounds(Map<Concept, List<Topic>> acting) {
        List<Map<Concept, List<Topic>>> rounds = new ArrayList<>();
        List<Set<Topic>> asked = new ArrayList<>();
        acting.forEach((concept, topics) -> {
            int round = 0;
            while (round < rounds.size() && !Collections.disjoint(asked.get(round), topics)) {
                round++;
            }
            if (round == rounds.size()) {
                rounds.add(new LinkedHashMap<>());
                asked.add(new HashSet<>());
            }
            rounds.get(round).put(concept, topics);
            asked.get(round).addAll(topics);
        });
        return rounds;
    }

    private Map<String, List<String>> rankings(GlossaryTerms glossary, List<Topic> topics, int threads)
            throws IOException {
        try (Ranking ranking = ArchsearchEngine.open(index, () -> glossary)) {
            return Run.of("archsearch", ranking, topics, depth, threads).rankings();
        }
    }

    private double precision(Topic topic, Map<String, List<String>> rankings) {
        return Measures.of(judgements, topic.id(), rankings.getOrDefault(topic.id(), List.of()))
                .ap();
    }

    private Map<Concept, List<Topic>> acting(List<Topic> topics) {
        Map<Concept, List<Topic>> acting = new LinkedHashMap<>();
        for (Topic topic : topics) {
            Set<Concept> concepts = new LinkedHashSet<>();
            addConcepts(QueryExpansion.of(QueryParser.parse(topic.query()).root(), terms), concepts);
            concepts.forEach(
                    c -> acting.computeIfAbsent(c, any -> new ArrayList<>()).add(topic));
        }
        return acting;
    }

    private void addConcepts(QueryNode node, Set<Concept> concepts) {
        switch (node) {
            case QueryNode.AllOf n -> n.nodes().forEach(child -> addConcepts(child, concepts));
            case QueryNode.AnyOf n -> n.nodes().forEach(child -> addConcepts(child, concepts));
            case QueryNode.MostOf n -> n.nodes().forEach(child -> addConcepts(child, concepts));
            case QueryNode.Preferred n -> addConcepts(n.node(), concepts);
            case QueryNode.Pieced n -> n.pieces().forEach(child -> addConcepts(child, concepts));
            case QueryNode.Glossed n -> {
                concepts.addAll(terms.concepts(n.text()));
                addConcepts(n.literal(), concepts);
            }
            case QueryNode.Not n -> {}
            case QueryNode.Words n -> {}
            case QueryNode.Phrase n -> {}
            case QueryNode.Prefix n -> {}
            case QueryNode.Fuzzy n -> {}
            case QueryNode.Value n -> {}
            case QueryNode.Dates n -> {}
            case QueryNode.Minutes n -> {}
        }
    }
}
