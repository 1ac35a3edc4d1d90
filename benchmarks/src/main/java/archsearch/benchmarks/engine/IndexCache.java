package archsearch.benchmarks.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Indexes kept between runs, one for each content of articles and code of an engine. One process at a time.
 *
 * @param folder where they are; git ignores it
 */
public record IndexCache(Path folder) {
    /** The folder of an engine's index of a dump; indexes it where there is none yet and forgets those of older code. */
    public Path get(RankedEngine engine, Path articles) throws IOException {
        Path ofArticles = folder.resolve(ContentHash.of(articles));
        Path index = ofArticles.resolve(engine.indexName() + "-" + engine.code());
        if (Files.exists(index)) {
            return index;
        }
        Files.createDirectories(ofArticles);
        deleteOthers(ofArticles, engine);
        Path unfinished = Files.createTempDirectory(ofArticles, "unfinished-");
        try {
            engine.index(articles, unfinished);
            return Files.move(unfinished, index, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(unfinished);
        }
    }

    private static void deleteOthers(Path ofArticles, RankedEngine engine) throws IOException {
        List<Path> old;
        try (Stream<Path> entries = Files.list(ofArticles)) {
            old = entries.filter(p -> p.getFileName().toString().startsWith(engine.indexName() + "-"))
                    .toList();
        }
        for (Path index : old) {
            delete(index);
        }
    }

    /** Deletes a folder with all that is in it; nothing happens where there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
