package archsearch.indexer.tags;

import java.util.HashMap;
import java.util.Map;

/** How many cards of the run, and of earlier runs, are thought to carry each tag. */
final class TagCounts {
    /** Share of tags that other cards of the run carry as well. */
    private static final double FROM_OTHERS = 0.3;

    /** Tags seen in no other card are worth this many cards, so that the first cards of a small page do not decide the rest. */
    private static final double SMALL_RUN = 60;

    private final Map<String, Double> learned;
    private final TagVocabulary prior;
    private final double total;

    TagCounts(Map<String, Double> learned, TagVocabulary prior) {
        this.learned = learned;
        this.prior = prior;
        double sum = learned.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .sum();
        total = sum
                + prior.counts().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .sum();
    }

    static TagCounts of(TagVocabulary prior) {
        return new TagCounts(new HashMap<>(), prior);
    }

    /**
     * The probability that a tag is drawn from the tags of the other cards.
     *
     * @param own what this very card has added to the count
     */
    double probability(String tag, double own) {
        double others = learned.getOrDefault(tag, 0.0) - own;
        double count = Math.max(0, others) + prior.count(tag);
        return count <= 0 ? 0 : FROM_OTHERS * count / (total + SMALL_RUN);
    }

    boolean isEmpty() {
        return total == 0;
    }
}
