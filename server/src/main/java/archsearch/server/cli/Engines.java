package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.searcher.SearchEngine;
import java.nio.file.Path;

/** Opens what keeps and what searches the articles, so that no command knows which engine it works with. */
interface Engines {
    /** The index in the folder, which need not exist yet. */
    ArticleIndex index(Path folder);

    /**
     * An engine that searches the index in the folder. The caller closes it.
     *
     * @throws archsearch.searcher.IndexUnavailableException if there is no index that can be read
     */
    SearchEngine open(Path folder);
}
