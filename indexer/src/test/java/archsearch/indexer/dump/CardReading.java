package archsearch.indexer.dump;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpRecord.Location;
import archsearch.indexer.dump.DumpRecord.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The cards of a listing as its reader finds them, each tag line left whole as a single tag. */
record CardReading(List<Article> articles, List<Rejected> rejects, List<ListingPage> pages) implements RecordSink {
    static CardReading of(byte[] listing) {
        CardReading reading = new CardReading(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            new ListingReader("page.txt", new LineReader(new ByteArrayInputStream(listing)), reading, false).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading;
    }

    @Override
    public void article(Article article, Location location) {
        throw new AssertionError("a listing has cards");
    }

    @Override
    public void card(ListingCard card) {
        try {
            String line = card.tags().line();
            card.fields().tags(line.isEmpty() ? List.of() : List.of(line));
            articles.add(card.fields().article());
        } catch (BadRecordException e) {
            throw new AssertionError(e.detail(), e);
        }
    }

    @Override
    public void reject(Location location, RejectReason reason, String detail, String text) {
        rejects.add(new Rejected(location, reason, detail, text));
    }

    @Override
    public void unknownField(String name, Location location) {
        throw new AssertionError("a listing has no fields");
    }

    @Override
    public void rejectedBefore(String from, RejectReason reason, String detail, String text, Location location) {
        throw new AssertionError("a listing has no rejects");
    }

    @Override
    public int startListing() {
        return 0;
    }

    @Override
    public void endListing(ListingPage page) {
        pages.add(page);
    }
}
