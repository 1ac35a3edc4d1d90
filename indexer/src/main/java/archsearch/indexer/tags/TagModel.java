package archsearch.indexer.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits tag lines. Immutable and thread-safe.
 *
 * <p>A line is read as a chain of at most {@link Lattice#MAX_TAGS} tags that ascend by code points and, where the listing's own
 * tag is known and the line holds it, include that tag. The probability of a reading is that of its number of tags ({@link
 * TagNumbers}, learned for each listing: three at first, more where lines cannot be explained otherwise) times those of its tags
 * ({@link TagScores} and {@link TagCounts}). The likeliest reading is the split, and its share in the sum of all readings is the
 * confidence. A split takes a fraction of a millisecond.
 */
public final class TagModel {
    /** What a card that was learned from added to the count of each of its tags, so that it is not its own witness. */
    private static final double OWN = 1;

    /**
     * The root taken of the odds of the best reading. The sources of evidence overlap (a tag of the text is often a known one as
     * well), so the odds as computed are too sure of themselves: on generated pages of odds 50 a tenth was wrong.
     */
    private static final double CAUTION = 1.6;

    private final TagDictionary dictionary;
    private final TagScores scores;
    private final TagCounts counts;
    private final List<ListingTag.Found> listingTags;
    private final List<double[]> numbers;
    private final TagVocabulary vocabulary;

    TagModel(
            TagDictionary dictionary,
            TagScores scores,
            TagCounts counts,
            List<ListingTag.Found> listingTags,
            List<double[]> numbers,
            TagVocabulary vocabulary) {
        this.dictionary = dictionary;
        this.scores = scores;
        this.counts = counts;
        this.listingTags = listingTags;
        this.numbers = numbers;
        this.vocabulary = vocabulary;
    }

    /**
     * The likeliest split of a card's tag line. Cards that were not learned from may be given too.
     *
     * @param listingId the listing the card stands in; one that is not known counts as a listing without a tag of its own
     */
    public TagSplit split(GluedTags card, int listingId) {
        String text = card.line();
        Optional<List<String>> corrected = dictionary.split(text);
        if (corrected.isPresent()) {
            return new TagSplit(corrected.get(), 1, text);
        }
        if (text.isEmpty() || text.length() > GluedTags.MAX_LINE) {
            return new TagSplit(text.isEmpty() ? List.of() : List.of(text), text.isEmpty() ? 1 : 0, text);
        }
        double[] ofNumber = ofNumber(listingId);
        double total = 0;
        double top = 0;
        List<String> tags = List.of(text);
        for (Edges edges : readings(card, listingId)) {
            Lattice lattice = edges.lattice(counts, OWN);
            total += lattice.total(ofNumber);
            Lattice.Reading best = lattice.best(ofNumber);
            if (best.weight() > top) {
                top = best.weight();
                tags = new ArrayList<>();
                for (int edge : best.edges()) {
                    tags.add(edges.tag(edge));
                }
            }
        }
        return new TagSplit(tags, confidence(top, total), text);
    }

    /** The probability of the best reading, brought nearer to one half by {@link #CAUTION}. */
    private static double confidence(double top, double total) {
        if (!(top > 0)) {
            return 0;
        }
        double odds = top / Math.max(total - top, top * 1e-12);
        double cautious = Math.pow(odds, 1 / CAUTION);
        return cautious / (1 + cautious);
    }

    private double[] ofNumber(int listingId) {
        return listingId < 0 || listingId >= numbers.size() ? TagNumbers.expected() : numbers.get(listingId);
    }

    /** The edges of a line for each place where its listing's tag may stand. */
    private List<Edges> readings(GluedTags card, int listingId) {
        Line line = new Line(card.line());
        TextEvidence evidence = new TextEvidence(line, new TextWords(card.title()), new TextWords(card.summary()));
        List<Edges.Span> fixed = Edges.Span.of(binding(listingId), line);
        Edges edges = Edges.of(line, evidence, scores, fixed);
        return fixed.isEmpty()
                ? List.of(edges)
                : fixed.stream().map(edges::around).toList();
    }

    /** The edges worth learning from: those of the listing tag's likeliest place that are part of a reading of some weight. */
    Optional<Edges> likelyEdges(GluedTags card, int listingId, double hopeless) {
        double[] ofNumber = ofNumber(listingId);
        double top = 0;
        Optional<Edges> best = Optional.empty();
        for (Edges edges : readings(card, listingId)) {
            Lattice lattice = edges.lattice(counts, 0);
            double weight = lattice.best(ofNumber).weight();
            if (weight > top) {
                top = weight;
                double[] shares = lattice.shares(ofNumber, new double[Lattice.MAX_TAGS]);
                List<Integer> chosen = new ArrayList<>();
                for (int i = 0; i < shares.length; i++) {
                    if (shares[i] > hopeless) {
                        chosen.add(i);
                    }
                }
                best = Optional.of(edges.only(chosen));
            }
        }
        return best;
    }

    /** The tag that all cards of the listing carry, or empty where it could not be told. */
    public Optional<String> listingTag(int listingId) {
        return Optional.of(found(listingId).tag()).filter(tag -> !tag.isEmpty());
    }

    private String binding(int listingId) {
        return found(listingId).binding() ? found(listingId).tag() : "";
    }

    private ListingTag.Found found(int listingId) {
        return listingId < 0 || listingId >= listingTags.size() ? ListingTag.Found.NOTHING : listingTags.get(listingId);
    }

    /** What was learned, together with what was known before: to be kept with the index. */
    public TagVocabulary vocabulary() {
        return vocabulary;
    }
}
