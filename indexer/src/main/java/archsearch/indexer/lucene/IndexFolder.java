package archsearch.indexer.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder an index lives in.
 *
 * <pre>
 * CURRENT             names the live generation; replaced atomically, never edited
 * generations/NAME/   one Lucene index each; the live one, the last good one before it, and the one being built
 * write.lock          held by the one writer, see {@link IndexLock}
 * </pre>
 *
 * Names are the UTC time of the build, so they ascend and a leftover of a crash is told by being newer than the live one.
 */
public final class IndexFolder {
    private static final String POINTER = "CURRENT";
    private static final DateTimeFormatter NAME = new DateTimeFormatterBuilder()
            .appendPattern("yyyyMMdd'T'HHmmss'.'SSS'Z'")
            .toFormatter()
            .withZone(ZoneOffset.UTC);
    private static final Pattern NAME_SHAPE = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z");

    private final Path root;

    /**
     * Names the folder; nothing is read or created yet.
     *
     * @param root the folder, which need not exist
     */
    public IndexFolder(Path root) {
        this.root = root;
    }

    /** The folder as it was given. */
    public Path root() {
        return root;
    }

    /**
     * The name of the live generation, or empty where nothing was ever committed.
     *
     * @throws UnreadableIndexException if the pointer holds no such name
     * @throws IOException if it cannot be read
     */
    public Optional<String> live() throws IOException {
        Path pointer = pointer();
        try {
            String name = Files.readString(pointer, StandardCharsets.UTF_8).strip();
            if (!NAME_SHAPE.matcher(name).matches()) {
                throw new UnreadableIndexException(
                        pointer + " should name a generation such as 20260131T120000.000Z but holds \""
                                + name.substring(0, Math.min(40, name.length())) + "\"; build the index again");
            }
            return Optional.of(name);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The file that names the live generation. */
    Path pointer() {
        return root.resolve(POINTER);
    }

    /** The folder of a generation's Lucene index. */
    public Path generation(String name) {
        return root.resolve("generations").resolve(name);
    }

    /** The file that the one writer locks. */
    Path lockFile() {
        return root.resolve("write.lock");
    }

    /** A name for a new generation: later than the live one's even where the clock went back. */
    String newName(Clock clock, Optional<String> live) throws IOException {
        Instant now = clock.instant();
        if (live.isPresent()) {
            Instant afterLive = builtAt(live.get()).plusMillis(1);
            now = now.isBefore(afterLive) ? afterLive : now;
        }
        return NAME.format(now);
    }

    private static Instant builtAt(String name) throws IOException {
        try {
            return NAME.parse(name, Instant::from);
        } catch (DateTimeParseException e) {
            throw new IOException("the generation name " + name + " is no date", e);
        }
    }

    /** Makes a generation, whose files must all be on disk, the live one: readers see the old pointer or the new one. */
    void makeLive(String name) throws IOException {
        Path written = root.resolve(POINTER + ".new");
        try (FileChannel channel = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(name + "\n"));
            channel.force(true);
        }
        syncFolder(root.resolve("generations"));
        Files.move(written, pointer(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(root);
    }

    /** Makes renames and new files in a folder survive a power cut; not every system can open a folder for that. */
    private static void syncFolder(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (FileSystemException e) {
            // Windows does not open folders; its file system journals renames by itself.
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    /** Deletes every generation but the live one and the last one before it. Only the writer may do this. */
    void deleteLeftovers(Optional<String> live) throws IOException {
        Optional<String> previous = previous(live);
        for (String name : names()) {
            if (!live.equals(Optional.of(name)) && !previous.equals(Optional.of(name))) {
                delete(generation(name));
            }
        }
    }

    /** The last good generation before the live one, or empty where there is none. */
    Optional<String> previous(Optional<String> live) throws IOException {
        List<String> names = names();
        return live.flatMap(l -> names.stream().filter(n -> n.compareTo(l) < 0).max(Comparator.naturalOrder()));
    }

    /** The names of all generations in the folder, the oldest first. */
    List<String> names() throws IOException {
        Path generations = root.resolve("generations");
        if (!Files.isDirectory(generations)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(generations)) {
            return folders.map(f -> f.getFileName().toString())
                    .filter(n -> NAME_SHAPE.matcher(n).matches())
                    .sorted()
                    .toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(IndexFolder::deleteFile);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
