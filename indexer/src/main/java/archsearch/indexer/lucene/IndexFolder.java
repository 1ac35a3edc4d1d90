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
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

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
    private final DirectoryOpener opener;

    /**
     * Names the folder; nothing is read or created yet.
     *
     * @param root the folder, which need not exist
     */
    public IndexFolder(Path root) {
        this(root, FSDirectory::open);
    }

    IndexFolder(Path root, DirectoryOpener opener) {
        this.root = root;
        this.opener = opener;
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

    /** The same, with a pointer that cannot be read counting as none. */
    Optional<String> liveIfReadable() throws IOException {
        try {
            return live();
        } catch (UnreadableIndexException e) {
            return Optional.empty();
        }
    }

    /** Whether the pointer was switched to a generation. It is asked and not remembered: a switch may fail after it has taken effect. */
    boolean mayBeLive(String name) {
        try {
            return liveIfReadable().equals(Optional.of(name));
        } catch (IOException e) {
            return true;
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

    /**
     * Opens the files of a generation. The caller closes them.
     *
     * @throws NoSuchFileException if there is no such generation; Lucene itself would make an empty folder
     */
    public Directory open(String name) throws IOException {
        Path place = generation(name);
        if (!Files.isDirectory(place)) {
            throw new NoSuchFileException(place.toString(), null, "is missing");
        }
        return opener.open(place);
    }

    /** Makes the folder of a new generation and opens it. The caller closes it. */
    Directory create(String name) throws IOException {
        Files.createDirectories(generation(name));
        return open(name);
    }

    /** The file that the one writer locks. */
    Path lockFile() {
        return root.resolve("write.lock");
    }

    /** A name for a new generation: later than every other one's even where the clock went back. */
    String newName(Clock clock) throws IOException {
        Instant now = clock.instant();
        List<String> names = names();
        if (!names.isEmpty()) {
            Instant afterLast = builtAt(names.getLast()).plusMillis(1);
            now = now.isBefore(afterLast) ? afterLast : now;
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
        try {
            syncFolder(root);
        } catch (IOException e) {
            throw new IOException(
                    "generation " + name + " is live, but the disk does not confirm that " + pointer()
                            + " would outlast a power cut (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Makes renames and new files in a folder survive a power cut; not every system can open a folder for that. */
    static void syncFolder(Path folder) throws IOException {
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

    /**
     * Deletes every generation but the live one and the last one before it. Only the writer may do this. Readers that hold one open go
     * on reading where files may be deleted while they are open; elsewhere such a generation stays until a later call.
     */
    void deleteLeftovers(Optional<String> live) throws IOException {
        Optional<String> previous = previous(live);
        for (String name : names()) {
            if (!live.equals(Optional.of(name)) && !previous.equals(Optional.of(name))) {
                try {
                    delete(generation(name));
                } catch (FileSystemException e) {
                    // It costs room and nothing else, and the next writer tries again.
                }
            }
        }
    }

    /** The last good generation before the live one, or empty where there is none. */
    Optional<String> previous(Optional<String> live) throws IOException {
        return live.isEmpty() ? Optional.empty() : earlier(live.get()).stream().findFirst();
    }

    /** The generations with a commit that are older than this one, the newest first. */
    private List<String> earlier(String name) throws IOException {
        return committed().stream().filter(n -> n.compareTo(name) < 0).toList();
    }

    /**
     * What can stand in for the live generation, the best first: those before it, or where the pointer is damaged or names nothing, all
     * that were ever committed. None of them has been looked through.
     */
    public List<String> substitutes() throws IOException {
        Optional<String> live = liveIfReadable();
        return live.isPresent() && Files.isDirectory(generation(live.get())) ? earlier(live.get()) : committed();
    }

    private List<String> committed() throws IOException {
        return names().reversed().stream().filter(this::hasCommit).toList();
    }

    /** Whether a generation was ever committed: one that is being built or deleted has none. */
    boolean hasCommit(String name) {
        return commitNumber(name) > 0;
    }

    /** The number of a generation's last commit; negative where it has none or is not there. */
    public long commitNumber(String name) {
        try (Directory directory = open(name)) {
            return SegmentInfos.getLastCommitGeneration(directory);
        } catch (IOException e) {
            return -1;
        }
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
            // Backwards, the commit goes before the segments that it names: half a generation is never taken for one.
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
