package archsearch.benchmarks.dumps;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes dumps of {@link MadeUpArticles}. */
public final class MadeUpDump {
    private MadeUpDump() {}

    /** Writes JSON Lines; the same for the same seed. Returns how many records repeat an earlier one. */
    public static long writeJsonLines(Path dump, long records, long seed) throws IOException {
        return write(dump, WrittenFormat.jsonl, records, new MadeUpArticles(seed, true));
    }

    /** The same without summaries, which leaves more time for more articles. */
    public static long writeTitles(Path dump, long records, long seed) throws IOException {
        return write(dump, WrittenFormat.jsonl, records, new MadeUpArticles(seed, false));
    }

    static long write(Path dump, WrittenFormat format, long records, MadeUpArticles articles) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(dump)) {
            for (long i = 0; i < records; i++) {
                format.write(articles.next(), i, out);
            }
        }
        return articles.repeats();
    }
}
