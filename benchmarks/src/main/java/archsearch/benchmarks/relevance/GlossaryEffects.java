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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
        Map<Concept, List<Topic>> acting = acting(judged);
        // Whoever asks sees the glossary that he put there.
        ThreadLocal<GlossaryTerms> asked = ThreadLocal.withInitial(() -> terms);
        Map<Concept, List<ConceptEffect.OfTopic>> effects = new LinkedHashMap<>();
        try (Ranking ranking = ArchsearchEngine.open(index, asked::get);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Map<String, List<String>> whole =
                    Run.of("whole", ranking, judged, depth, threads).rankings();
            Map<Concept, Future<List<ConceptEffect.OfTopic>>> waiting = new LinkedHashMap<>();
            acting.forEach((concept, of) -> waiting.put(concept, pool.submit(() -> {
                asked.set(without(concept));
                return effects(of, ranking, whole);
            })));
            for (Map.Entry<Concept, Future<List<ConceptEffect.OfTopic>>> effect : waiting.entrySet()) {
                effects.put(effect.getKey(), effect.getValue().get());
            }
        } catch (ExecutionException e) {
            throw new IOException(set.name() + " failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return effects;
    }

    private GlossaryTerms without(Concept concept) {
        return GlossaryTerms.of(new Glossary(
                glossary.concepts().stream().filter(c -> !c.equals(concept)).toList()));
    }

    private List<ConceptEffect.OfTopic> effects(List<Topic> topics, Ranking ranking, Map<String, List<String>> whole)
            throws IOException {
        List<ConceptEffect.OfTopic> effects = new ArrayList<>();
        for (Topic topic : topics) {
            double with = precision(topic, whole.getOrDefault(topic.id(), List.of()));
            double without = precision(topic, ranking.ids(topic.query(), depth));
            effects.add(new ConceptEffect.OfTopic(set.name(), topic.query(), with - without));
        }
        return effects;
    }

    private double precision(Topic topic, List<String> ids) {
        return Measures.of(judgements, topic.id(), ids).ap();
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
