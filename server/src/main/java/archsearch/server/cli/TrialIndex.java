package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.ArticleReader;
import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexReport;
import archsearch.indexer.IndexRunException;
import archsearch.indexer.RepostsFound;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An index that is built to look at what it would hold, in a folder of its own that is deleted by {@link #close}. */
final class TrialIndex implements AutoCloseable {
    private final Path folder;
    private final ArticleIndex index;

    TrialIndex(Engines engines) throws IOException {
        folder = Files.createTempDirectory("archsearch-trial");
        index = engines.index(folder);
    }

    /** Builds the index; dumps without any article leave none. */
    IndexReport run(IndexJob job, Terminal terminal) throws IOException {
        try {
            return ProgressLine.run(new BatchIndexer(index), job, terminal);
        } catch (IndexRunException e) {
            IndexReport report = e.report();
            if (report == null
                    || report.accepted() > 0
                    || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return report;
        }
    }

    /** The reposts among the articles; none where there are no articles. */
    RepostsFound reposts() throws IOException {
        Optional<ArticleReader> opened = index.openReader();
        if (opened.isEmpty()) {
            return RepostsFound.none();
        }
        try (ArticleReader reader = opened.get()) {
            return reader.reposts();
        }
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
