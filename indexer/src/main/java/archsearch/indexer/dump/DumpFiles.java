package archsearch.indexer.dump;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the files that an operator's list of dumps stands for: in one order, whatever the order of the list, since a later
 * record replaces an earlier one.
 */
final class DumpFiles {
    /** Deeper folders are taken for a loop that the file system does not tell. */
    private static final int MAX_DEPTH = 64;

    private final List<DumpFile> files = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    private DumpFiles() {}

    /**
     * The files, sorted by path, standard input last. A file that several entries lead to comes once; hidden files and folders
     * inside a named folder are left out; a link back to a folder above is not followed.
     *
     * @param dumps paths of files and folders, {@code -} for standard input
     * @throws NoSuchFileException if nothing is at one of the paths
     * @throws IOException if one of them is neither a file nor a folder or may not be read; the message says which and what to
     *     do
     */
    static List<DumpFile> find(List<String> dumps) throws IOException {
        DumpFiles found = new DumpFiles();
        boolean standardInput = false;
        // Named files first: a file named by itself keeps that name although a named folder holds it too.
        for (String dump : dumps) {
            if (dump.equals(DumpFile.STANDARD_INPUT)) {
                standardInput = true;
            } else {
                found.addNamed(dump);
            }
        }
        for (String dump : dumps) {
            if (!dump.equals(DumpFile.STANDARD_INPUT) && Files.isDirectory(Path.of(dump))) {
                found.addFolder(Path.of(dump));
            }
        }
        found.files.sort(Comparator.comparing(f -> slashed(Path.of(f.name()).normalize())));
        if (standardInput) {
            found.files.add(new DumpFile(DumpFile.STANDARD_INPUT, null, -1, true, null));
        }
        return List.copyOf(found.files);
    }

    private void addNamed(String dump) throws IOException {
        Path path = path(dump);
        if (Files.isDirectory(path)) {
            if (!Files.isReadable(path)) {
                throw new IOException(dump + ": the folder may not be read; check its permissions");
            }
            return;
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(dump, null, "no such file or folder; check the path of the dump");
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException(dump
                    + ": neither a file nor a folder, but a pipe, socket or device; use - and pipe into"
                    + " standard input");
        }
        if (!Files.isReadable(path)) {
            throw new IOException(dump + ": the file may not be read; check its permissions");
        }
        add(path, true);
    }

    private static Path path(String dump) throws IOException {
        try {
            return Path.of(dump);
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(FieldText.quoted(dump), null, "not a path (" + e.getReason() + ")");
        }
    }

    private void addFolder(Path folder) throws IOException {
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return isHidden(dir) && !dir.equals(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isHidden(file)) {
                    add(file, attributes.isRegularFile());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // A loop leads to a folder that is being read already, so nothing is lost.
                if (!(e instanceof FileSystemLoopException) && !isHidden(file)) {
                    files.add(new DumpFile(slashed(file), file, 0, false, "cannot be opened: " + e.getMessage()));
                }
                return FileVisitResult.CONTINUE;
            }

            private void add(Path file, boolean regular) throws IOException {
                if (!regular) {
                    String what = Files.isDirectory(file)
                            ? "folders are nested deeper than " + MAX_DEPTH
                            : Files.isSymbolicLink(file) && !Files.exists(file)
                                    ? "a link to nothing"
                                    : "not a file but a pipe, socket or device";
                    files.add(new DumpFile(slashed(file), file, 0, false, what + "; remove it from the dump's folder"));
                } else if (!Files.isReadable(file)) {
                    files.add(new DumpFile(
                            slashed(file), file, 0, false, "the file may not be read; check its permissions"));
                } else {
                    DumpFiles.this.add(file, false);
                }
            }
        });
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null
                && name.toString().startsWith(".")
                && !name.toString().matches("\\.{1,2}");
    }

    private void add(Path path, boolean named) throws IOException {
        if (seen.add(path.toRealPath())) {
            files.add(new DumpFile(slashed(path), path, Files.size(path), named, null));
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
