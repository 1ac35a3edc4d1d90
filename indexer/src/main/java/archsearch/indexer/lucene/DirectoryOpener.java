package archsearch.indexer.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;

/** Opens the folder of a generation as Lucene sees it; tests put a faulty disk in between. */
interface DirectoryOpener {
    Directory open(Path folder) throws IOException;
}
