package archsearch.indexer.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is seen as a whole or not at all: it grows beside its place and takes it once it is complete and on disk. A link is
 * followed; what is neither a file nor a link to one, such as a pipe, is written to directly.
 */
final class NewFile implements AutoCloseable {
    private final Path place;
    private final Path written;
    private final OutputStream out;
    private boolean inPlace;

    private NewFile(Path place, Path written, OutputStream out) {
        this.place = place;
        this.written = written;
        this.out = out;
    }

    /**
     * Starts the file; folders above it are made, and what stands in its place stays there until {@link #takePlace}.
     *
     * @throws IOException if the path is a folder or cannot be written
     */
    static NewFile at(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a folder; name a file to write");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return new NewFile(path, path, Files.newOutputStream(path));
        }
        Path place = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = place.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // Two processes that write one file do not mix their lines.
        Path written = place.resolveSibling(
                place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        return new NewFile(place, written, Files.newOutputStream(written));
    }

    /** Where the content goes; closed by {@link #takePlace} or {@link #close}. */
    OutputStream out() {
        return out;
    }

    /** Makes the file what stands in its place, after its content is on disk. */
    void takePlace() throws IOException {
        out.close();
        if (!written.equals(place)) {
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        inPlace = true;
    }

    /** Gives up what has not taken its place. */
    @Override
    public void close() throws IOException {
        if (!inPlace) {
            try {
                out.close();
            } finally {
                if (!written.equals(place)) {
                    Files.deleteIfExists(written);
                }
            }
        }
    }
}
