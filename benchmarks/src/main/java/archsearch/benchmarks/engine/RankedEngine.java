package archsearch.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way to index a dump and rank its articles. Stateless; several can be measured side by side. */
public interface RankedEngine {
    /**
     * The engines that there are, in the order of tables: archsearch, the same without its glossary, and plain Lucene twice.
     *
     * @param glossary what archsearch reads queries with
     */
    static List<RankedEngine> all(Path glossary) {
        return List.of(
                new ArchsearchEngine("archsearch", glossary),
                new ArchsearchEngine("no-glossary", null),
                PlainEngine.smartcn(),
                PlainEngine.cjk());
    }

    /** The name in options, tables and run files. */
    String name();

    /** Tells apart what {@link #index} writes; engines that write the same share it. */
    default String indexName() {
        return name();
    }

    /** Indexes a dump into an empty folder. */
    void index(Path articles, Path folder) throws IOException;

    /** Opens what {@link #index} wrote. */
    Ranking open(Path folder) throws IOException;

    /** A hash that changes whenever the code that {@link #index} runs does. */
    String code() throws IOException;
}
