package archsearch.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way to index a dump and rank its articles. Stateless; several can be measured side by side. */
public interface RankedEngine {
    /** The engines that there are, in the order of tables. */
    static List<RankedEngine> all() {
        return List.of(new ArchsearchEngine(), PlainEngine.smartcn(), PlainEngine.cjk());
    }

    /** The name in options, tables and run files. */
    String name();

    /** Indexes a dump into an empty folder. */
    void index(Path articles, Path folder) throws IOException;

    /** Opens what {@link #index} wrote. */
    Ranking open(Path folder) throws IOException;

    /** A hash that changes whenever the code that {@link #index} runs does. */
    String code() throws IOException;
}
