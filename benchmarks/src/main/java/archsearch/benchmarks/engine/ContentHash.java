package archsearch.benchmarks.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Hashes of files and of compiled code, to tell whether what was made of them is still good. */
final class ContentHash {
    private static final int HEX_DIGITS = 16;

    private ContentHash() {}

    /** The hash of the jar, or of the folder of classes, that a class comes from. */
    static String of(Class<?> type) throws IOException {
        return of(
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()));
    }

    /** The hash of a file's content, or of all files in a folder. */
    static String of(Path path) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> found = Files.walk(path)) {
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
