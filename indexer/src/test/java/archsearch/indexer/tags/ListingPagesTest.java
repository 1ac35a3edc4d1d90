package archsearch.indexer.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Splits pages of many topics, with part of their tags taken off the known list, against bounds on what may go wrong. */
class ListingPagesTest {
    private static final long SEED = 2019;
    private static final List<Double> THREE = List.of(0.0, 0.06, 0.94);
    private static final List<Double> FIVE = List.of(0.0, 0.1, 0.3, 0.3, 0.3);

    /** Counts over some pages. */
    private static final class Score {
        private int cards;
        private int right;
        private int sure;
        private int sureRight;
        private int listings;
    }

    private static Score score(List<ListingPages.Page> pages, KnownTags known) {
        Score score = new Score();
        for (ListingPages.Page page : pages) {
            TagLearner learner = new TagLearner(known, TagDictionary.empty(), TagVocabulary.empty());
            TagLearner.Listing listing = learner.newListing();
            page.cards().forEach(c -> listing.add(c.glued()));
            TagModel model = learner.learn();
            score.listings += model.listingTag(0)
                            .equals(java.util.Optional.of(page.topic().tag()))
                    ? 1
                    : 0;
            for (ListingPages.Card card : page.cards()) {
                TagSplit split = model.split(card.glued(), 0);
                boolean right = split.tags().equals(card.tags());
                score.cards++;
                score.right += right ? 1 : 0;
                score.sure += split.isSure() ? 1 : 0;
                score.sureRight += right && split.isSure() ? 1 : 0;
            }
        }
        return score;
    }

    @ParameterizedTest
    @CsvSource({
        // language, most tags, share mentioned in the text, least share of cards that must be right
        "en, 3, 0.7, 0.98", "en, 5, 0.7, 0.98", "en, 3, 0.0, 0.96", "en, 5, 0.0, 0.95",
        "zh, 3, 0.7, 0.97", "zh, 5, 0.7, 0.94", "zh, 3, 0.0, 0.88", "zh, 5, 0.0, 0.80",
    })
    void split_pagesOfManyTopics_mostCardsRightAndSureOnesNearlyAll(
            String lang, int most, double mentioned, double least) {
        ListingPages.Setting setting = new ListingPages.Setting(16, most == 3 ? THREE : FIVE, mentioned);
        ListingPages generator = new ListingPages(SEED);
        List<ListingPages.Page> pages = generator.pages(lang, setting, () -> generator.text(lang));
        Score score = score(pages, ListingPages.knownWithout(0.2, SEED));
        String seen = "seed %d: %d of %d right, %d of %d sure ones"
                .formatted(SEED, score.right, score.cards, score.sureRight, score.sure);
        assertThat(score.listings).as(seen).isEqualTo(pages.size());
        assertThat(score.right / (double) score.cards).as(seen).isGreaterThanOrEqualTo(least);
        assertThat(score.sureRight / (double) score.sure).as(seen).isGreaterThanOrEqualTo(0.96);
        assertThat(score.sure / (double) score.cards).as(seen).isGreaterThanOrEqualTo(least - 0.15);
    }

    @Test
    void split_hostileLines_concatenatesAndAscends() {
        Random random = new Random(SEED);
        String[] pieces = {
            "Kafka", "架构", "a", " ", "-", "\u2011", "\u202F", "😀", "\uD83D", "\uDE00", "\u0000", "\u0301", "é", "ﬁ",
            "C++", ".", "/", "(", ")", "\t", "\u00AD", "\u3000", "٣", "9", "ʹ", "한", "カ", "\u200D", "|", "<b>", "İ", "ß"
        };
        TagLearner learner = new TagLearner(KnownTags.bundled(), TagDictionary.empty(), TagVocabulary.empty());
        TagLearner.Listing listing = learner.newListing();
        List<GluedTags> cards = new java.util.ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder line = new StringBuilder();
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(24); n > 0; n--) {
                line.append(pieces[random.nextInt(pieces.length)]);
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            cards.add(new GluedTags(
                    line.toString(), text.toString(), text.reverse().toString()));
        }
        cards.add(new GluedTags("a".repeat(400), "a a a", "aa"));
        cards.add(new GluedTags("😀".repeat(200), "", ""));
        cards.add(new GluedTags("架".repeat(400), "架".repeat(3000), ""));
        cards.forEach(listing::add);
        TagModel model = learner.learn();
        for (GluedTags card : cards) {
            TagSplit split = model.split(card, listing.id());
            assertThat(String.join("", split.tags())).as("seed %d", SEED).isEqualTo(card.line());
            assertThat(split.confidence()).isBetween(0.0, 1.0);
            assertThat(split.tags()).hasSizeLessThanOrEqualTo(Lattice.MAX_TAGS).doesNotContain("");
            for (int i = 1; i < split.tags().size(); i++) {
                String before = split.tags().get(i - 1);
                String after = split.tags().get(i);
                assertThat(java.util.Arrays.compare(
                                before.codePoints().toArray(),
                                after.codePoints().toArray()))
                        .as("%s before %s", before, after)
                        .isNegative();
            }
        }
    }

    @Test
    void bundledLists_names_areManyAndClean() {
        assertThat(KnownTags.bundled().size()).isGreaterThan(2_000);
        assertThat(KnownTags.bundled().contains("spring‑boot")).isTrue();
        assertThat(KnownTags.bundled().names())
                .allSatisfy(n -> assertThat(n).isEqualTo(n.strip()).hasSizeLessThan(Line.MAX_TAG));
        List<String> words = KnownTags.resource("words.txt");
        assertThat(words).isEqualTo(List.copyOf(new TreeSet<>(words))).allMatch(w -> w.matches("[a-z]{3,}"));
    }
}
