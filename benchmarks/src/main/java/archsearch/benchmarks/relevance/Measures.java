package archsearch.benchmarks.relevance;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How good rankings are, as means over the topics that have a relevant article. A topic without hits counts as 0.
 *
 * @param topics number of topics measured
 * @param ndcg10 normalised discounted cumulative gain of the first ten, gain {@code 2^grade - 1} (Järvelin, Kekäläinen, 2002, with
 *     the gain of Burges et al., 2005)
 * @param mrr10 one over the rank of the first relevant article, 0 where the first ten hold none
 * @param recall100 share of the relevant articles that the first hundred hold
 * @param ap average precision over the first thousand
 * @param p30 share of the first thirty places that hold a relevant article
 */
record Measures(int topics, double ndcg10, double mrr10, double recall100, double ap, double p30) {
    /** Places after which average precision stops looking. */
    static final int DEPTH = 1_000;

    private static final Measures NONE = new Measures(0, 0, 0, 0, 0, 0);

    /**
     * Measures rankings.
     *
     * @param rankings article ids by topic, best first; a topic that is missing has no hits
     */
    static Measures of(Judgements judgements, Map<String, List<String>> rankings) {
        List<Measures> each = judgements.grades().keySet().stream()
                .filter(topic -> !judgements.relevant(topic).isEmpty())
                .map(topic -> of(judgements, topic, rankings.getOrDefault(topic, List.of())))
                .toList();
        return each.isEmpty()
                ? NONE
                : each.stream().reduce(NONE, Measures::plus).dividedBy(each.size());
    }

    /** Measures one topic, which must have a relevant article. */
    static Measures of(Judgements judgements, String topic, List<String> ranking) {
        Map<String, Integer> grades = judgements.grades().getOrDefault(topic, Map.of());
        Set<String> relevant = judgements.relevant(topic);
        int first = firstRelevant(relevant, ranking);
        return new Measures(
                1,
                gain(head(ranking, 10).stream()
                                .map(id -> grades.getOrDefault(id, 0))
                                .toList())
                        / gain(head(
                                grades.values().stream()
                                        .sorted(Comparator.reverseOrder())
                                        .toList(),
                                10)),
                first >= 1 && first <= 10 ? 1.0 / first : 0,
                (double) found(relevant, head(ranking, 100)) / relevant.size(),
                averagePrecision(relevant, head(ranking, DEPTH)),
                found(relevant, head(ranking, 30)) / 30.0);
    }

    /** The rank of the first relevant article, from 1; 0 where there is none. */
    static int firstRelevant(Set<String> relevant, List<String> ranking) {
        for (int i = 0; i < ranking.size(); i++) {
            if (relevant.contains(ranking.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < grades.size(); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2);
        }
        return gain;
    }

    private static double averagePrecision(Set<String> relevant, List<String> ranking) {
        int hits = 0;
        double sum = 0;
        for (int i = 0; i < ranking.size(); i++) {
            if (relevant.contains(ranking.get(i))) {
                hits++;
                sum += (double) hits / (i + 1);
            }
        }
        return sum / relevant.size();
    }

    private static int found(Set<String> relevant, List<String> ids) {
        Set<String> found = new HashSet<>(ids);
        found.retainAll(relevant);
        return found.size();
    }

    private static <T> List<T> head(List<T> list, int size) {
        return list.subList(0, Math.min(size, list.size()));
    }

    private Measures plus(Measures other) {
        return new Measures(
                topics + other.topics,
                ndcg10 + other.ndcg10,
                mrr10 + other.mrr10,
                recall100 + other.recall100,
                ap + other.ap,
                p30 + other.p30);
    }

    private Measures dividedBy(int n) {
        return new Measures(topics, ndcg10 / n, mrr10 / n, recall100 / n, ap / n, p30 / n);
    }
}
