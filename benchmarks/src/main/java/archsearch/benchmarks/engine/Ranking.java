package archsearch.benchmarks.engine;

import java.io.IOException;
import java.util.List;

/** Ranks the articles of one index for queries. Thread-safe. */
public interface Ranking extends AutoCloseable {
    /**
     * The ids of the best articles.
     *
     * @param query as a person would type it
     * @param depth most ids wanted
     * @return best first; empty where nothing matches
     */
    List<String> ids(String query, int depth) throws IOException;

    @Override
    void close() throws IOException;
}
