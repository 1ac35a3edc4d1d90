package archsearch.indexer.lucene;

import archsearch.indexer.IndexLockedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Lets one writer at a time into an index, across processes. The operating system frees the lock when its process ends in
 * whatever way, so a crash never leaves an index locked; the file itself stays and only says who holds or held it.
 */
final class IndexLock implements AutoCloseable {
    /** The byte that is locked lies past the text, which others must be able to read where locks are mandatory. */
    private static final long LOCKED_BYTE = 1L << 20;

    private final FileChannel channel;

    private IndexLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of an index folder.
     *
     * @throws IndexLockedException naming the process that holds it
     */
    static IndexLock take(IndexFolder folder) throws IOException {
        Files.createDirectories(folder.root());
        FileChannel channel = FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw held(folder);
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(
                    "process " + ProcessHandle.current().pid() + " since "
                            + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n"));
            return new IndexLock(channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw held(folder);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static IndexLockedException held(IndexFolder folder) {
        return new IndexLockedException("another writer holds the index " + folder.root() + " ("
                + owner(folder.lockFile()) + "); wait for it to end, then try again");
    }

    private static String owner(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? "unknown process" : text.substring(0, Math.min(80, text.length()));
        } catch (IOException e) {
            return "unknown process";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
