package archsearch.indexer.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One file to read.
 *
 * @param name the file as the operator named it, with {@code /} between folders; {@code -} for standard input
 * @param path where it lies, or null for standard input
 * @param size bytes on disk, -1 where unknown
 * @param named whether the operator named the file itself and not a folder above it
 * @param fault why it cannot be read, or null
 */
record DumpFile(
        String name,
        @Nullable Path path,
        long size,
        boolean named,
        @Nullable String fault) {
    static final String STANDARD_INPUT = "-";

    InputStream open() throws IOException {
        if (path == null) {
            throw new IOException("standard input is not a file");
        }
        return Files.newInputStream(path);
    }

    /** The name without an ending for compression, in lower case: what the name says about the format. */
    String plainName() {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : new String[] {".gz", ".gzip", ".zst", ".zstd"}) {
            if (lower.endsWith(ending)) {
                return lower.substring(0, lower.length() - ending.length());
            }
        }
        return lower;
    }
}
