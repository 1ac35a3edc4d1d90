package archsearch.indexer.dump;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.tags.TagLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The first pass over listing pages: hands every card to the learner and takes no notice of anything else. */
final class CardLearning extends FileSink {
    private final TagLearner learner;
    private final Predicate<String> counted;
    private final List<TagLearner.Listing> listings = new ArrayList<>();

    /**
     * A first pass.
     *
     * @param counted whether earlier runs counted the tags of the article with this id
     */
    CardLearning(TagLearner learner, Predicate<String> counted) {
        this.learner = learner;
        this.counted = counted;
    }

    /** The learner's numbers of the listings, in the order in which they were met. */
    List<Integer> listings() {
        return listings.stream().map(TagLearner.Listing::id).toList();
    }

    @Override
    public void card(ListingCard card) {
        if (card.listing() >= 0) {
            listings.get(card.listing()).add(card.tags(), counted.test(card.id()));
        }
    }

    @Override
    public int startListing() {
        listings.add(learner.newListing());
        return listings.size() - 1;
    }

    @Override
    public void article(Article article, Location location) {}

    @Override
    public void reject(Location location, RejectReason reason, String detail, String text) {}

    @Override
    public void unknownField(String name, Location location) {}

    @Override
    public void endListing(ListingPage page) {}

    @Override
    void note(String sentence) {}

    @Override
    boolean endedCutOff() {
        return false;
    }
}
