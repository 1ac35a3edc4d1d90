package archsearch.benchmarks.relevance;

import archsearch.indexer.glossary.Concept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one concept of the glossary did to the topics that it acts in.
 *
 * @param concept the concept
 * @param topics what it did to each of them
 */
record ConceptEffect(Concept concept, List<OfTopic> topics) {
    /** Longest sample of topics in a line of {@link #row}. */
    private static final int SHOWN = 2;

    ConceptEffect {
        topics = List.copyOf(topics);
    }

    /**
     * What a concept did to a topic.
     *
     * @param set the topic's set
     * @param query the topic's query
     * @param gain average precision with the whole glossary, less that without the concept
     */
    record OfTopic(String set, String query, double gain) {}

    /** The sum of what topics gain, in units of average precision; below 0 where the concept does harm. */
    double gain() {
        return topics.stream().mapToDouble(OfTopic::gain).sum();
    }

    /** Whether any topic changes. */
    boolean moves() {
        return topics.stream().anyMatch(t -> t.gain() != 0);
    }

    private long better() {
        return topics.stream().filter(t -> t.gain() > 0).count();
    }

    private long worse() {
        return topics.stream().filter(t -> t.gain() < 0).count();
    }

    /** The columns of {@link #row}. */
    static String head() {
        return String.format(
                Locale.ROOT, "%5s %8s %6s %6s %6s  %s", "line", "gain", "topics", "better", "worse", "forms");
    }

    /** The concept in a line, with the topics that it moved most in the direction of its sum. */
    String row() {
        List<OfTopic> most = new ArrayList<>(topics);
        most.sort(Comparator.comparingDouble(t -> t.gain() * -Math.signum(gain())));
        return String.format(
                Locale.ROOT,
                "%5d %+8.3f %6d %6d %6d  %s  <- %s",
                concept.line(),
                gain(),
                topics.size(),
                better(),
                worse(),
                concept.forms().stream().map(Concept.Form::text).collect(Collectors.joining(" | ")),
                most.stream()
                        .limit(SHOWN)
                        .map(t -> String.format(Locale.ROOT, "%s %+.2f \"%s\"", t.set(), t.gain(), t.query()))
                        .collect(Collectors.joining(", ")));
    }
}
