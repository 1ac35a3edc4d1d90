package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.searcher.SearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens what keeps and what searches the articles, so that no command knows which engine it works with. */
interface Engines {
    /** The index in the folder, which need not exist yet. */
    ArticleIndex index(Path folder);

    /**
     * An engine that searches the index in the folder. The caller closes it.
     *
     * @param glossary the file whose terms find their partners; it may change meanwhile. Null for none
     * @throws IOException if the glossary cannot be read
     * @throws archsearch.searcher.IndexUnavailableException if there is no index that can be read
     */
    SearchEngine open(Path folder, @Nullable Path glossary) throws IOException;

    /**
     * The same engine, for one that is asked for long and by many: it remembers answers and keeps to limits.
     *
     * @throws IOException as {@link #open}
     * @throws archsearch.searcher.IndexUnavailableException as {@link #open}
     */
    ServingEngine openServing(Path folder, @Nullable Path glossary, EngineLimits limits) throws IOException;
}
