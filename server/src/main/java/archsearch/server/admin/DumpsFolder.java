package archsearch.server.admin;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;

/**
 * The one folder that calls may read from. What lies outside is never read, and no answer tells whether it exists: a name that
 * leads out is answered as one that leads nowhere.
 */
final class DumpsFolder {
    private static final int MAX_NAME = 1_000;
    /** As deep as dumps are looked for. */
    private static final int MAX_DEPTH = 64;

    private final Path folder;

    /**
     * @param folder need not exist yet
     */
    DumpsFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The paths of dumps.
     *
     * @param names paths inside of the folder; none stand for all of it
     * @throws RefusedCallException naming the first that is none, or that holds a link which leads out
     */
    List<String> dumps(List<String> names) {
        List<Path> paths = names.isEmpty()
                ? List.of(path("dumps", ".", Path.of("")))
                : names.stream()
                        .map(name -> path("dumps", name, inside("dumps", name)))
                        .toList();
        return paths.stream().map(Path::toString).toList();
    }

    /**
     * The path of a file.
     *
     * @param field the field that names it, for the message
     * @throws RefusedCallException if it is none
     */
    Path file(String field, String name) {
        Path path = path(field, name, inside(field, name));
        if (!Files.isRegularFile(path)) {
            throw nothing(field, name);
        }
        return path;
    }

    private Path path(String field, String name, Path inside) {
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            throw RefusedCallException.badValue(
                    field, "The folder for dumps is missing or cannot be read; see --admin-dumps of the server.");
        }
        Path path = folder.resolve(inside);
        try {
            Path target = path.toRealPath();
            if (target.startsWith(real) && Files.isRegularFile(target)) {
                return path;
            }
            if (target.startsWith(real) && Files.isDirectory(target)) {
                refuseLinksOut(field, name, path, real);
                return path;
            }
        } catch (IOException e) {
            throw nothing(field, name);
        }
        throw nothing(field, name);
    }

    /** A path that stays inside by its form. */
    private Path inside(String field, String name) {
        try {
            Path path = Path.of(name);
            boolean up = false;
            for (Path part : path) {
                up |= part.toString().equals("..");
            }
            if (!up && path.getRoot() == null && !name.isBlank() && name.length() <= MAX_NAME && !name.equals("-")) {
                return path;
            }
        } catch (InvalidPathException e) {
            // Such as one with a NUL in it.
        }
        throw RefusedCallException.badValue(
                field,
                '"' + JsonFields.shown(name) + "\" is not allowed in " + field
                        + "; expected a path inside of the folder for dumps, without '..' and a '/' in front.");
    }

    private static RefusedCallException nothing(String field, String name) {
        return RefusedCallException.badValue(
                field, "There is no file or folder \"" + JsonFields.shown(name) + "\" inside of the folder for dumps.");
    }

    private void refuseLinksOut(String field, String name, Path start, Path real) throws IOException {
        Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                check(dir);
                return isHidden(dir) && !dir.equals(start) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                check(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // Such as a link to a folder above; whoever reads the dumps says what cannot be read.
                check(file);
                return FileVisitResult.CONTINUE;
            }

            // What is hidden is not read as a dump.
            private void check(Path path) {
                if (Files.isSymbolicLink(path) && !isHidden(path) && leadsOut(path, real)) {
                    throw RefusedCallException.badValue(
                            field,
                            '"' + JsonFields.shown(name) + "\" holds the link \""
                                    + JsonFields.shown(folder.relativize(path).toString())
                                    + "\", which leads out of the folder for dumps; take it away.");
                }
            }
        });
    }

    private static boolean leadsOut(Path link, Path real) {
        try {
            return !link.toRealPath().startsWith(real);
        } catch (IOException e) {
            // It leads nowhere that could be read.
            return false;
        }
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
