package archsearch.indexer.tags;

import archsearch.indexer.analysis.TextKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Learns from all listing cards of a run how their tag lines are to be split: the words that the texts use, the tag of each
 * listing, the tags that several cards carry and how many tags a card has. The model is the same whatever the order in which
 * the cards of a listing were added. Not thread-safe.
 *
 * <p>Memory is bounded: {@link #MAX_CARDS} cards are kept with at most {@link TextWords#MAX_TEXT} characters of title and of
 * summary each, and {@link ListingTag#LINES} lines of each listing. Of a larger run a sample is learned from, which lacks only
 * tags that are rare in it. Learning takes about a third of a millisecond for each card kept and five for each listing.
 */
public final class TagLearner {
    /** Cards that are learned from; of more, those with the smallest hash, so that the choice does not depend on the order. */
    static final int MAX_CARDS = 20_000;

    private static final int ROUNDS = 6;

    /** Readings less likely than this at first are not looked at again. */
    private static final double HOPELESS = 1e-9;

    private final KnownTags known;
    private final TagDictionary dictionary;
    private final TagVocabulary prior;
    private final Lexicon words;
    private final List<TreeSet<String>> lines = new ArrayList<>();
    private final TreeSet<Sample> sample = new TreeSet<>();

    /**
     * A learner that has seen no card yet.
     *
     * @param known names that are tags on many sites
     * @param dictionary the operator's corrections
     * @param prior what earlier runs learned
     */
    public TagLearner(KnownTags known, TagDictionary dictionary, TagVocabulary prior) {
        this.known = known;
        this.dictionary = dictionary;
        this.prior = prior;
        this.words = new Lexicon(known);
    }

    /** Starts a listing: the consecutive cards under one header or of one file. */
    public Listing newListing() {
        lines.add(new TreeSet<>(Comparator.comparingLong(TagLearner::hash).thenComparing(Comparator.naturalOrder())));
        return new Listing(lines.size() - 1);
    }

    private static long hash(String text) {
        long h = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            h = 31 * h + text.charAt(i);
        }
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        return h ^ (h >>> 33);
    }

    private void add(GluedTags card, boolean counted, int listing) {
        if (card.line().isEmpty() || card.line().length() > GluedTags.MAX_LINE) {
            return;
        }
        TreeSet<String> own = lines.get(listing);
        own.add(card.line());
        if (own.size() > ListingTag.LINES) {
            own.pollLast();
        }
        GluedTags cut = new GluedTags(card.line(), cut(card.title()), cut(card.summary()));
        sample.add(new Sample(hash(cut.line() + '\n' + cut.title()), cut, listing, counted));
        if (sample.size() > MAX_CARDS) {
            sample.pollLast();
        }
    }

    private static String cut(String text) {
        return text.length() > TextWords.MAX_TEXT ? text.substring(0, TextWords.MAX_TEXT) : text;
    }

    /** The model learned from all cards added so far. */
    public TagModel learn() {
        Lexicon lexicon = words.reopened();
        for (Sample s : sample) {
            lexicon.addText(TextKey.of(s.card.title()));
            lexicon.addText(TextKey.of(s.card.summary()));
        }
        lexicon.close();
        TagScores scores = new TagScores(known, dictionary, lexicon);
        TagEstimate estimate = new TagEstimate(prior, lines.size());
        ListingTag finder = new ListingTag(scores, estimate.counts());
        List<ListingTag.Found> tags =
                lines.stream().map(own -> finder.find(own)).toList();
        TagModel first = new TagModel(dictionary, scores, estimate.counts(), tags, estimate.numbers(), prior);
        List<TagEstimate.Card> cards = new ArrayList<>();
        for (Sample s : sample) {
            first.likelyEdges(s.card, s.listing, HOPELESS)
                    .ifPresent(edges -> cards.add(new TagEstimate.Card(edges, s.listing, s.counted)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            estimate.refine(cards);
        }
        return new TagModel(
                dictionary, scores, estimate.counts(), tags, estimate.numbers(), prior.mergedWith(estimate.kept()));
    }

    private record Sample(long hash, GluedTags card, int listing, boolean counted) implements Comparable<Sample> {
        @Override
        public int compareTo(Sample that) {
            int order = Long.compare(hash, that.hash);
            order = order != 0 ? order : card.line().compareTo(that.card.line());
            order = order != 0 ? order : card.title().compareTo(that.card.title());
            order = order != 0 ? order : card.summary().compareTo(that.card.summary());
            return order != 0 ? order : Integer.compare(listing, that.listing);
        }
    }

    /** The cards of one listing, in any order. */
    public final class Listing {
        private final int id;

        private Listing(int id) {
            this.id = id;
        }

        /** Adds one card that no earlier run has met. */
        public void add(GluedTags card) {
            add(card, false);
        }

        /**
         * Adds one card.
         *
         * @param counted whether the card is one of those that the prior was learned from; it then adds nothing to the counts of its
         *     tags that are kept
         */
        public void add(GluedTags card, boolean counted) {
            TagLearner.this.add(card, counted, id);
        }

        /** The number by which {@link TagModel} knows this listing. */
        public int id() {
            return id;
        }
    }
}
