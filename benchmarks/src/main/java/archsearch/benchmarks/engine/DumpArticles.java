package archsearch.benchmarks.engine;

import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpReader;
import archsearch.indexer.dump.DumpRecord;
import archsearch.indexer.tags.TagDictionary;
import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The articles of a dump, for those who are no indexer. */
public final class DumpArticles {
    private DumpArticles() {}

    /** Takes articles one by one. */
    @FunctionalInterface
    public interface Taker {
        /** Takes the next. */
        void take(Article article) throws IOException;
    }

    /** Hands over every article in the dump's order; records that cannot be read are left out. */
    public static void each(Path dump, Taker taker) throws IOException {
        try (DumpReader reader =
                DumpReader.open(List.of(dump.toString()), InputStream.nullInputStream(), TagDictionary.empty())) {
            reader.read(TagVocabulary.empty(), found -> take(found, taker), (records, bytes, total) -> {});
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void take(DumpRecord found, Taker taker) {
        if (found instanceof DumpRecord.Accepted accepted) {
            try {
                taker.take(accepted.article());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
