package archsearch.indexer.dump;

import archsearch.indexer.dump.DumpRecord.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sink over the files of one pass: knows the current file, and reads the lines of reject files again. */
abstract class FileSink implements RecordSink {
    /** Files whose rejected cards are told apart; beyond, they count as cards of no listing. */
    private static final int MAX_SOURCES = 10_000;

    private String file = "";
    private final Map<String, Integer> listingsOfSources = new LinkedHashMap<>();

    /** A file begins. */
    void startFile(DumpFile next) {
        file = next.name();
        listingsOfSources.clear();
    }

    /** The file as a whole, or its rest from this line on, cannot be read. */
    final void rejectFile(RejectReason reason, String detail, long line) {
        reject(new Location(file, line), reason, detail, "");
    }

    /** A sentence for the operator. */
    abstract void note(String sentence);

    /** Whether the last record of the file was one that breaks off. */
    abstract boolean endedCutOff();

    @Override
    public final void rejectedBefore(String from, RejectReason reason, String detail, String text, Location location) {
        boolean undecoded = reason == RejectReason.BAD_ENCODING && text.indexOf('\uFFFD') >= 0;
        if (FieldText.isBlank(text) || undecoded || text.length() >= DumpRecord.Rejected.MAX_TEXT) {
            reject(location, reason, "not corrected yet: " + detail, text);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        DumpFormat format = DumpFormat.of(bytes, "");
        Corrected corrected = new Corrected(this, from, location, text);
        LineReader lines = new LineReader(new ByteArrayInputStream(bytes));
        try {
            switch (format) {
                case JSON_LINES, JSON_ELEMENTS, REJECTS ->
                    new JsonRecords(location.file(), corrected).read(text, location.line(), true, true);
                case CSV -> CsvReader.read(location.file(), lines, corrected);
                case LISTING, UNKNOWN, EMPTY, UTF_16 ->
                    new ListingReader(location.file(), lines, corrected, true).read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }

    private int listingOf(String source) {
        Integer known = listingsOfSources.get(source);
        if (known == null) {
            if (listingsOfSources.size() >= MAX_SOURCES) {
                return -1;
            }
            known = startListing();
            listingsOfSources.put(source, known);
        }
        return known;
    }

    /** Passes on what a corrected reject holds, under the place of its line in the reject file. */
    private record Corrected(FileSink sink, String source, Location location, String text) implements RecordSink {
        @Override
        public void article(archsearch.indexer.article.Article article, Location at) {
            sink.article(article, location);
        }

        @Override
        public void card(ListingCard card) {
            sink.card(new ListingCard(
                    card.fields(),
                    card.tags(),
                    card.publisher(),
                    card.date(),
                    card.listing(),
                    location,
                    card.source()));
        }

        @Override
        public void reject(Location at, RejectReason reason, String detail, @Nullable String part) {
            sink.reject(location, reason, detail, text);
        }

        @Override
        public void unknownField(String name, Location at) {
            sink.unknownField(name, location);
        }

        @Override
        public void rejectedBefore(String from, RejectReason reason, String detail, String inner, Location at) {
            sink.reject(location, reason, "a reject within a reject: " + detail, text);
        }

        @Override
        public int startListing() {
            return sink.listingOf(source);
        }

        @Override
        public void endListing(ListingPage page) {
            sink.endListing(page);
        }
    }
}
