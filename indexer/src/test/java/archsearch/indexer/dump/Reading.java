package archsearch.indexer.dump;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpRecord.Accepted;
import archsearch.indexer.dump.DumpRecord.Rejected;
import archsearch.indexer.tags.TagDictionary;
import archsearch.indexer.tags.TagVocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What came out of reading some dumps. */
record Reading(List<DumpRecord> records, DumpSummary summary) {
    /** Reads files and folders. */
    static Reading of(String... dumps) throws IOException {
        return of(List.of(dumps), InputStream.nullInputStream());
    }

    /** Reads a text as standard input. */
    static Reading ofText(String text) {
        return ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads bytes as standard input. */
    static Reading ofBytes(byte[] bytes) {
        try {
            return of(List.of("-"), new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(List<String> dumps, InputStream standardInput) throws IOException {
        List<DumpRecord> records = new ArrayList<>();
        try (DumpReader reader = DumpReader.open(dumps, standardInput, TagDictionary.empty())) {
            return new Reading(records, reader.read(TagVocabulary.empty(), records::add, ReadProgress.NONE));
        }
    }

    List<Article> articles() {
        return records.stream()
                .filter(Accepted.class::isInstance)
                .map(item -> ((Accepted) item).article())
                .toList();
    }

    List<Rejected> rejects() {
        return records.stream()
                .filter(Rejected.class::isInstance)
                .map(Rejected.class::cast)
                .toList();
    }

    List<String> titles() {
        return articles().stream().map(Article::title).toList();
    }

    /** The rejects as {@code line reason}. */
    List<String> faults() {
        return rejects().stream()
                .map(reject -> reject.location().line() + " " + reject.reason().word())
                .toList();
    }
}
