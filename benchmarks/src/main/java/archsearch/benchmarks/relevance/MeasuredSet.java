package archsearch.benchmarks.relevance;

import archsearch.benchmarks.engine.RankedEngine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A set with what every engine answered to it.
 *
 * @param name the set's name
 * @param topics the topics asked
 * @param judgements those of the topics asked
 * @param runs one for each engine
 */
record MeasuredSet(String name, List<Topic> topics, Judgements judgements, List<Run> runs) {
    private static final String MEASURES = " nDCG@10  MRR@10   R@100      AP    P@30   ms/q";

    /** Prints a table: a row for each set, a group of columns for each engine. All sets have the same engines. */
    static void print(List<MeasuredSet> sets, PrintWriter out) {
        if (sets.isEmpty()) {
            return;
        }
        StringBuilder engines = new StringBuilder(" ".repeat(27));
        StringBuilder measures = new StringBuilder(String.format(Locale.ROOT, "%-20s %6s", "set", "topics"));
        for (Run run : sets.getFirst().runs()) {
            engines.append(" | ").append(String.format(Locale.ROOT, "%-" + MEASURES.length() + "s", run.engine()));
            measures.append(" | ").append(MEASURES);
        }
        out.println(engines.toString().stripTrailing());
        out.println(measures);
        for (MeasuredSet set : sets) {
            out.println(set.row());
        }
    }

    private String row() {
        StringBuilder row = new StringBuilder();
        for (Run run : runs) {
            Measures m = Measures.of(judgements, run.rankings());
            if (row.isEmpty()) {
                row.append(String.format(Locale.ROOT, "%-20s %6d", name, m.topics()));
            }
            row.append(String.format(
                    Locale.ROOT,
                    " | %8.4f%8.4f%8.4f%8.4f%8.4f%7.1f",
                    m.ndcg10(),
                    m.mrr10(),
                    m.recall100(),
                    m.ap(),
                    m.p30(),
                    run.millis()));
        }
        return row.toString();
    }

    /** The head line of {@link #printTopics}. */
    static String topicColumns(List<RankedEngine> engines) {
        StringBuilder head = new StringBuilder("set\tqid");
        engines.forEach(e -> head.append("\t#.rank\t#.ap\t#.hits".replace("#", e.name())));
        return head.append("\tquery").toString();
    }

    /**
     * Prints a line for each judged topic, separated by tabs: set, topic, for each engine the rank of the first relevant article
     * (0 for none), average precision and number of hits up to the depth of the run, and the query.
     */
    void printTopics(PrintWriter out) {
        for (Topic topic : topics) {
            Set<String> relevant = judgements.relevant(topic.id());
            if (relevant.isEmpty()) {
                continue;
            }
            StringBuilder line = new StringBuilder(name).append('\t').append(topic.id());
            for (Run run : runs) {
                List<String> ranking = run.rankings().getOrDefault(topic.id(), List.of());
                double ap = Measures.of(judgements, topic.id(), ranking).ap();
                line.append(String.format(
                        Locale.ROOT, "\t%d\t%.4f\t%d", Measures.firstRelevant(relevant, ranking), ap, ranking.size()));
            }
            out.println(line.append('\t').append(topic.query()));
        }
    }
}
