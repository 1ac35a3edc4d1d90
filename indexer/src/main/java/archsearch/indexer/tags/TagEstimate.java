package archsearch.indexer.tags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is thought about the cards of a run: how many carry each tag, and how many tags the cards of each listing have. Each
 * round reads all cards with the estimate of the round before and counts every reading by its probability
 * (expectation-maximisation), so tags that explain several cards gain on those that explain one.
 */
final class TagEstimate {
    /** A tag with a smaller share in a card is not counted; it bounds the table to 100 tags a card, a dozen in practice. */
    private static final double LEAST_SHARE = 0.05;

    /** A tag is kept with the index for the cards that carry it more likely than not. */
    private static final double KEPT_FROM = 0.5;

    private final TagVocabulary prior;
    private final int listings;
    private TagCounts counts;
    private List<double[]> numbers;
    private Map<String, Double> kept = new HashMap<>();

    TagEstimate(TagVocabulary prior, int listings) {
        this.prior = prior;
        this.listings = listings;
        counts = TagCounts.of(prior);
        numbers = new ArrayList<>();
        for (int i = 0; i < listings; i++) {
            numbers.add(TagNumbers.expected());
        }
    }

    TagCounts counts() {
        return counts;
    }

    /** Shares of cards with 1, 2, ... tags, by listing. */
    List<double[]> numbers() {
        return numbers;
    }

    /** The tags that were read with some certainty in the last round. */
    TagVocabulary kept() {
        return TagVocabulary.of(kept);
    }

    /** One round over all cards, always in the same order so that rounding does not depend on how they came in. */
    void refine(List<Card> cards) {
        Map<String, Double> next = new HashMap<>();
        kept = new HashMap<>();
        double[] all = new double[Lattice.MAX_TAGS];
        List<double[]> ofListing = new ArrayList<>();
        for (int i = 0; i < listings; i++) {
            ofListing.add(new double[Lattice.MAX_TAGS]);
        }
        for (Card card : cards) {
            double[] counted = new double[Lattice.MAX_TAGS];
            double[] shares = card.read(counts).shares(numbers.get(card.listing), counted);
            for (int i = 0; i < shares.length; i++) {
                shares[i] = shares[i] < LEAST_SHARE ? 0 : shares[i];
                if (shares[i] > 0) {
                    next.merge(card.tags[i], shares[i], Double::sum);
                }
                if (shares[i] > KEPT_FROM && !card.counted) {
                    kept.merge(card.tags[i], shares[i], Double::sum);
                }
            }
            card.added = shares;
            for (int k = 0; k < counted.length; k++) {
                all[k] += counted[k];
                ofListing.get(card.listing)[k] += counted[k];
            }
        }
        counts = new TagCounts(next, prior);
        double[] run = TagNumbers.updated(TagNumbers.expected(), all);
        numbers = ofListing.stream()
                .map(counted -> TagNumbers.updated(run, counted))
                .toList();
    }

    /** A card that is learned from. */
    static final class Card {
        private final Edges edges;
        private final int listing;
        private final String[] tags;

        /** What this card added to the counts of the last round: it must not be its own witness. */
        private double[] added;

        /** Whether the prior counts its tags already. */
        private final boolean counted;

        Card(Edges edges, int listing, boolean counted) {
            this.counted = counted;
            this.edges = edges;
            this.listing = listing;
            tags = new String[edges.size];
            for (int i = 0; i < edges.size; i++) {
                tags[i] = edges.tag(i);
            }
            added = new double[edges.size];
        }

        private Lattice read(TagCounts counts) {
            double[] fromOthers = new double[tags.length];
            for (int i = 0; i < tags.length; i++) {
                fromOthers[i] = counts.probability(tags[i], added[i]);
            }
            return edges.lattice(fromOthers);
        }
    }
}
