package archsearch.indexer;

import archsearch.indexer.tags.TagVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place an engine keeps its articles: opens writers and knows the live generation. */
public interface ArticleIndex {
    /**
     * Starts a batch reindex: an empty index beside the live one, which {@link ArticleWriter#commit()} replaces.
     *
     * @throws IndexLockedException if another writer is at work, in this process or another
     */
    ArticleWriter openBatch() throws IOException;

    /**
     * Starts an update of the live generation; of an empty one where there is none yet.
     *
     * @throws IndexLockedException if another writer is at work, in this process or another
     */
    ArticleWriter openUpdate() throws IOException;

    /**
     * The tags that the live generation's runs learned, see {@link ArticleWriter#keepTagVocabulary}; empty where there are none. An
     * update splits tags with their help.
     */
    TagVocabulary tagVocabulary() throws IOException;

    /** The live generation, or empty where nothing was ever committed. */
    Optional<Generation> live() throws IOException;

    /**
     * How much room the files of the live generation take, in bytes; 0 where nothing was ever committed, or where the engine keeps no
     * files.
     */
    long bytes() throws IOException;

    /**
     * Opens the articles of the live generation; empty where nothing was ever committed. Needs no lock and holds off no writer. The
     * caller closes it.
     */
    Optional<ArticleReader> openReader() throws IOException;

    /**
     * Makes another generation live, after looking through it: the last good one before the live one, or where the live one cannot be
     * told or is gone, the newest that is good. The generation that was live stays until the next writer.
     *
     * @param name the generation to go to, or null for the one described; nothing happens where it is live already
     * @return the generation that is live now
     * @throws GenerationRefusedException if there is no such generation, or it is damaged
     * @throws IndexLockedException if another writer is at work, in this process or another
     */
    Generation rollback(@Nullable String name) throws IOException;

    /**
     * Copies the live generation to a folder of its own, which is then an index like any other. Holds off neither searches nor writers;
     * what is committed meanwhile is not in the copy. A copy that does not come to its end leaves nothing at that path.
     *
     * @param to a folder that does not exist or is empty
     * @return the generation that was copied, or empty where nothing was ever committed
     * @throws java.nio.file.FileAlreadyExistsException if there is something at the path
     */
    Optional<Generation> snapshot(Path to) throws IOException;

    /**
     * Copies the live generation of another index folder here, looks through it and makes it live. What was live before stays for
     * {@link #rollback}.
     *
     * @return the generation that is live now, under a name of its own
     * @throws GenerationRefusedException if there is no index in the folder, or it is damaged or of another format
     * @throws IndexLockedException if another writer is at work, in this process or another
     */
    Generation restore(Path from) throws IOException;

    /**
     * Looks through the live generation and everything that belongs to it. Reads all of it and changes nothing; a writer may be at
     * work meanwhile.
     *
     * @return what was found, or empty where nothing was ever committed
     * @throws IOException if the place of the index cannot be read at all; what is damaged in it is a fault in the answer instead
     */
    Optional<IndexCondition> check() throws IOException;
}
