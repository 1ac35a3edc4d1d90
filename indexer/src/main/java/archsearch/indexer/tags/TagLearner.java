package archsearch.indexer.tags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Learns from all listing cards of a run how their tag lines are to be split. Not thread-safe. */
public final class TagLearner {
    /** Cards that are learned from; of more, those with the smallest hash, so that the choice does not depend on the order. */
    static final int MAX_CARDS = 20_000;

    private static final int ROUNDS = 6;

    /** Readings less likely than this at first are not looked at again. */
    private static final double HOPELESS = 1e-9;

    /** A tag is kept with the index for what it is worth in splits that hold it at least this surely. */
    private static final double KEPT_FROM = 0.5;

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

    private void add(GluedTags card, int listing) {
        if (card.line().isEmpty() || card.line().length() > GluedTags.MAX_LINE) {
            return;
        }
        TreeSet<String> own = lines.get(listing);
        own.add(card.line());
        if (own.size() > ListingTag.LINES) {
            own.pollLast();
        }
        GluedTags cut = new GluedTags(card.line(), cut(card.title()), cut(card.summary()));
        sample.add(new Sample(hash(cut.line() + '\n' + cut.title()), cut, listing));
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
            lexicon.addText(archsearch.indexer.analysis.TextKey.of(s.card.title()));
            lexicon.addText(archsearch.indexer.analysis.TextKey.of(s.card.summary()));
        }
        lexicon.close();
        TagScores scores = new TagScores(known, dictionary, lexicon);
        TagCounts counts = TagCounts.of(prior);
        ListingTag finder = new ListingTag(scores, counts);
        List<String> tags = new ArrayList<>();
        for (TreeSet<String> own : lines) {
            tags.add(finder.find(List.copyOf(own)));
        }
        TagModel model = new TagModel(dictionary, scores, counts, tags, numbers(TagNumbers.expected()), prior);
        List<Learned> cards = new ArrayList<>();
        for (Sample s : sample) {
            Optional<Edges> edges = model.likelyEdges(s.card, s.listing, HOPELESS);
            edges.ifPresent(e -> cards.add(new Learned(e, s.listing, new double[e.size])));
        }
        double[] ofNumber = TagNumbers.expected();
        List<double[]> ofListing = numbers(ofNumber);
        Map<String, Double> kept = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Double> next = new HashMap<>();
            kept = new HashMap<>();
            double[] all = new double[Lattice.MAX_TAGS];
            List<double[]> counted = new ArrayList<>();
            lines.forEach(l -> counted.add(new double[Lattice.MAX_TAGS]));
            for (Learned card : cards) {
                double[] numbers = new double[Lattice.MAX_TAGS];
                double[] shares = card.shares(counts, TagNumbers.flat(ofListing.get(card.listing)), numbers);
                for (int i = 0; i < shares.length; i++) {
                    if (shares[i] > 0.01) {
                        next.merge(card.edges.tag(i), shares[i], Double::sum);
                        if (shares[i] > KEPT_FROM) {
                            kept.merge(card.edges.tag(i), shares[i], Double::sum);
                        }
                    } else {
                        shares[i] = 0;
                    }
                }
                card.own(shares);
                for (int k = 0; k < numbers.length; k++) {
                    all[k] += numbers[k];
                    counted.get(card.listing)[k] += numbers[k];
                }
            }
            counts = new TagCounts(next, prior);
            double[] run = TagNumbers.updated(TagNumbers.expected(), all);
            ofListing = new ArrayList<>();
            for (double[] c : counted) {
                ofListing.add(TagNumbers.updated(run, c));
            }
        }
        return new TagModel(dictionary, scores, counts, tags, ofListing, prior.mergedWith(TagVocabulary.of(kept)));
    }

    private List<double[]> numbers(double[] each) {
        List<double[]> numbers = new ArrayList<>();
        lines.forEach(l -> numbers.add(each));
        return numbers;
    }

    private record Learned(Edges edges, int listing, double[] before) {
        double[] shares(TagCounts counts, double[] ofNumber, double[] numbers) {
            double[] add = new double[edges.size];
            Map<String, Integer> index = new HashMap<>();
            for (int i = 0; i < edges.size; i++) {
                index.put(edges.tag(i), i);
                add[i] = before[i];
            }
            return edges.lattice(t -> counts.probability(t, add[index.getOrDefault(t, 0)]))
                    .shares(ofNumber, numbers);
        }

        void own(double[] shares) {
            System.arraycopy(shares, 0, before, 0, shares.length);
        }
    }

    private record Sample(long hash, GluedTags card, int listing) implements Comparable<Sample> {
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

        /** Adds one card. */
        public void add(GluedTags card) {
            TagLearner.this.add(card, id);
        }

        /** The number by which {@link TagModel} knows this listing. */
        public int id() {
            return id;
        }
    }
}
