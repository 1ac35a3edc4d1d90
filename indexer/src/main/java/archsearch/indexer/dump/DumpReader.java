package archsearch.indexer.dump;

import archsearch.indexer.tags.KnownTags;
import archsearch.indexer.tags.TagDictionary;
import archsearch.indexer.tags.TagLearner;
import archsearch.indexer.tags.TagModel;
import archsearch.indexer.tags.TagVocabulary;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads dumps: files and folders, plain, gzip or zstd, as listing pages, JSON Lines, JSON or CSV, told by their content. One
 * record is in memory at a time. What cannot be read becomes a {@link DumpRecord.Rejected}; exceptions are left for paths that do
 * not exist and for failures of this machine.
 *
 * <p>Where listing pages are among the dumps they are read twice: tags can only be told apart by a vocabulary learned over all
 * of them. Not thread-safe.
 */
public final class DumpReader implements AutoCloseable {
    private static final Set<DumpFormat> WITH_CARDS = EnumSet.of(DumpFormat.LISTING, DumpFormat.REJECTS);

    private static final KnownTags KNOWN = KnownTags.bundled();

    private final List<DumpFile> files;
    private final TagDictionary dictionary;
    private @Nullable PeekStream standardInput;
    private @Nullable Path spooled;
    private @Nullable RecordEmission emission;
    private boolean ended;
    private long bytesRead;

    private DumpReader(List<DumpFile> files, @Nullable PeekStream standardInput, TagDictionary dictionary) {
        this.files = files;
        this.standardInput = standardInput;
        this.dictionary = dictionary;
    }

    /**
     * Finds the files. They are read sorted by path, standard input last, whatever the order of the list.
     *
     * @param dumps paths of files and folders, {@code -} for standard input
     * @param standardInput what {@code -} stands for; not closed
     * @param dictionary the operator's corrections of tag splits
     * @throws NoSuchFileException if nothing is at one of the paths
     * @throws IOException if a path is neither a file nor a folder or may not be read
     */
    public static DumpReader open(List<String> dumps, InputStream standardInput, TagDictionary dictionary)
            throws IOException {
        InputStream unclosed = new FilterInputStream(standardInput) {
            @Override
            public void close() {}
        };
        return new DumpReader(DumpFiles.find(dumps), new PeekStream(unclosed), dictionary);
    }

    /**
     * Reads everything, once, as the first run does.
     *
     * @param prior the tags that are known already
     * @param records is given every record in order
     * @param progress is told how far the reading has come
     * @throws IOException if standard input cannot be kept in a temporary file
     */
    public DumpSummary read(TagVocabulary prior, Consumer<? super DumpRecord> records, ReadProgress progress)
            throws IOException {
        return read(prior, id -> false, records, progress);
    }

    /**
     * Reads everything, once.
     *
     * @param prior the tags that are known already
     * @param counted whether the article of this id is one of those that {@code prior} was learned from; it then adds nothing to the
     *     counts of its tags
     * @param records is given every record in order
     * @param progress is told how far the reading has come
     * @throws IOException if standard input cannot be kept in a temporary file
     */
    public DumpSummary read(
            TagVocabulary prior, Predicate<String> counted, Consumer<? super DumpRecord> records, ReadProgress progress)
            throws IOException {
        List<DumpFile> readable = new ArrayList<>(files);
        List<DumpFile> withCards = new ArrayList<>();
        for (int i = 0; i < readable.size(); i++) {
            DumpFile file = readable.get(i);
            if (file.fault() == null && WITH_CARDS.contains(formatOf(file))) {
                file = file.path() == null ? spool(file) : file;
                readable.set(i, file);
                withCards.add(file);
            }
        }
        long total = totalBytes(readable, withCards);
        TagLearner learner = new TagLearner(KNOWN, dictionary, prior);
        CardLearning learning = new CardLearning(learner, counted);
        for (DumpFile file : withCards) {
            readFile(file, learning, count -> progress.update(0, bytesRead += count, total));
        }
        TagModel model = learner.learn();
        RecordEmission emitting = new RecordEmission(records, model, learning.listings());
        emission = emitting;
        for (DumpFile file : readable) {
            readFile(file, emitting, count -> progress.update(emitting.read(), bytesRead += count, total));
        }
        progress.update(emitting.read(), bytesRead, total);
        ended = true;
        return summary();
    }

    /**
     * What was found until now: where an exception of the one who takes the records ended {@link #read}, what was found until then.
     * Nothing is said of pages that were not read to their end or not at all.
     */
    public DumpSummary summary() {
        return emission == null ? DumpSummary.ofNothing() : emission.summary(ended);
    }

    private static long totalBytes(List<DumpFile> all, List<DumpFile> twice) {
        if (all.stream().anyMatch(file -> file.size() < 0)) {
            return -1;
        }
        return all.stream().mapToLong(DumpFile::size).sum()
                + twice.stream().mapToLong(DumpFile::size).sum();
    }

    private DumpFormat formatOf(DumpFile file) throws IOException {
        PeekStream input = standardInput;
        if (file.path() == null && input != null) {
            try (DumpStream head =
                    new DumpStream(new ByteArrayInputStream(input.peek(PeekStream.CAPACITY)), count -> {})) {
                return DumpFormat.of(head.peek(PeekStream.CAPACITY), file.plainName());
            }
        }
        try (DumpStream in = new DumpStream(file.open(), count -> {})) {
            return DumpFormat.of(in.peek(PeekStream.CAPACITY), file.plainName());
        } catch (IOException e) {
            return DumpFormat.UNKNOWN;
        }
    }

    private DumpFile spool(DumpFile file) throws IOException {
        Path copy = Files.createTempFile("archsearch-", ".dump");
        spooled = copy;
        InputStream input = standardInput;
        if (input != null) {
            Files.copy(input, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        standardInput = null;
        return new DumpFile(file.name(), copy, Files.size(copy), true, null);
    }

    private void readFile(DumpFile file, FileSink sink, LongConsumer onRead) {
        sink.startFile(file);
        if (file.fault() != null) {
            sink.rejectFile(RejectReason.UNREADABLE_FILE, file.fault(), 1);
            return;
        }
        PeekStream input = standardInput;
        try (DumpStream in = new DumpStream(file.path() == null && input != null ? input : file.open(), onRead)) {
            long lastLine = readFormat(file, in, sink);
            DumpStream.Fault fault = in.fault();
            if (fault != null && !(fault.reason() == RejectReason.CUT_OFF && sink.endedCutOff())) {
                sink.rejectFile(fault.reason(), fault.detail(), lastLine);
            }
        } catch (IOException e) {
            sink.rejectFile(RejectReason.UNREADABLE_FILE, "cannot be read: " + e.getMessage(), 1);
        }
    }

    /** Reads the file by its format; returns its last line. */
    private static long readFormat(DumpFile file, DumpStream in, FileSink sink) throws IOException {
        DumpFormat format = DumpFormat.of(in.peek(PeekStream.CAPACITY), file.plainName());
        LineReader lines = new LineReader(in);
        switch (format) {
            case LISTING -> new ListingReader(file.name(), lines, sink, false).read();
            case JSON_LINES, REJECTS -> JsonLinesReader.read(file.name(), lines, sink);
            case JSON_ELEMENTS -> {
                JsonElementReader elements = new JsonElementReader(file.name(), in, sink);
                elements.read();
                return elements.line();
            }
            case CSV -> CsvReader.read(file.name(), lines, sink);
            case EMPTY -> {
                if (in.fault() == null) {
                    sink.note(file.name() + ": empty, nothing to read");
                }
            }
            case UTF_16 -> sink.rejectFile(RejectReason.BAD_ENCODING, "the file is UTF-16; save it as UTF-8", 1);
            case UNKNOWN -> rejectUnknown(file, in, sink);
        }
        return Math.max(1, lines.number());
    }

    private static void rejectUnknown(DumpFile file, DumpStream in, FileSink sink) {
        if (in.fault() != null) {
            return;
        }
        if (file.named() || file.plainName().endsWith(".txt")) {
            sink.rejectFile(
                    RejectReason.BAD_SYNTAX,
                    "no dump; expected a listing page, JSON Lines, a JSON array or CSV with a header row",
                    1);
        } else {
            sink.note(file.name() + ": left out, its content is no dump");
        }
    }

    /** Deletes the copy of standard input, if there is one. */
    @Override
    public void close() throws IOException {
        if (spooled != null) {
            Files.deleteIfExists(spooled);
        }
    }
}
