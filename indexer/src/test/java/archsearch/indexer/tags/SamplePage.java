package archsearch.indexer.tags;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The sample listing page with the tags its cards truly have. */
final class SamplePage {
    private static final int HEADER = 3;
    private static final int CARD = 11;

    private SamplePage() {}

    static List<ListingPages.Card> cards() {
        List<String> lines = lines("/backend-architecture-page-8.txt");
        List<String> truth = lines("backend-architecture-page-8.tags.tsv");
        List<ListingPages.Card> cards = new ArrayList<>();
        for (int at = HEADER; at + CARD <= lines.size(); at += CARD) {
            GluedTags glued = new GluedTags(lines.get(at + 8), lines.get(at + 4), lines.get(at + 6));
            String tags =
                    truth.get(cards.size()).substring(truth.get(cards.size()).lastIndexOf('\t') + 1);
            cards.add(new ListingPages.Card(glued, List.of(tags.split("\\|"))));
        }
        return cards;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(SamplePage.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
