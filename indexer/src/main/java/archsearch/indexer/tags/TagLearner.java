package archsearch.indexer.tags;

import java.util.ArrayList;
import java.util.List;

/** Learns from all listing cards of a run how their tag lines are to be split. Not thread-safe. */
public final class TagLearner {
    private final TagDictionary dictionary;
    private final TagVocabulary prior;
    private final List<List<String>> lines = new ArrayList<>();

    /**
     * A learner that has seen no card yet.
     *
     * @param known names that are tags on many sites
     * @param dictionary the operator's corrections
     * @param prior what earlier runs learned
     */
    public TagLearner(KnownTags known, TagDictionary dictionary, TagVocabulary prior) {
        this.dictionary = dictionary;
        this.prior = prior;
    }

    /** Starts a listing: the consecutive cards under one header or of one file. */
    public Listing newListing() {
        lines.add(new ArrayList<>());
        return new Listing(lines.size() - 1);
    }

    /** The model learned from all cards added so far. */
    public TagModel learn() {
        return new TagModel(
                dictionary, prior, lines.stream().map(TagLearner::commonPart).toList());
    }

    private static String commonPart(List<String> lines) {
        String common = lines.size() < 2 ? "" : lines.getFirst();
        for (String line : lines) {
            while (!common.isEmpty() && !line.contains(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return common;
    }

    /** The cards of one listing, in any order. */
    public final class Listing {
        private final int id;

        private Listing(int id) {
            this.id = id;
        }

        /** Adds one card. */
        public void add(GluedTags card) {
            if (card.line().length() <= GluedTags.MAX_LINE && lines.get(id).size() < 64) {
                lines.get(id).add(card.line());
            }
        }

        /** The number by which {@link TagModel} knows this listing. */
        public int id() {
            return id;
        }
    }
}
