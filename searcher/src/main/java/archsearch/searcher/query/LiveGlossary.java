package archsearch.searcher.query;

import archsearch.indexer.glossary.Glossary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terms of a glossary file, read again when the file changes. A change that cannot be read is logged and the last good
 * glossary stays. Thread-safe.
 */
public final class LiveGlossary implements Supplier<GlossaryTerms> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveGlossary.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Path file;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime());
    private Version version;
    private volatile GlossaryTerms terms;

    /** What tells that a file was changed, without reading it. */
    private record Version(FileTime modified, long size) {
        static Version of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size());
        }
    }

    private LiveGlossary(Path file, Version version, GlossaryTerms terms) {
        this.file = file;
        this.version = version;
        this.terms = terms;
    }

    /**
     * Reads the file for the first time.
     *
     * @throws archsearch.indexer.glossary.GlossaryException if a line is no glossary line, naming it
     * @throws IOException if it cannot be read
     */
    public static LiveGlossary open(Path file) throws IOException {
        Version version = Version.of(file);
        return new LiveGlossary(file, version, GlossaryTerms.of(Glossary.read(file)));
    }

    @Override
    public GlossaryTerms get() {
        if (System.nanoTime() - lookedAt.get() >= LOOK_EVERY.toNanos() && reading.tryLock()) {
            try {
                look();
            } finally {
                lookedAt.set(System.nanoTime());
                reading.unlock();
            }
        }
        return terms;
    }

    private void look() {
        try {
            Version now = Version.of(file);
            if (!now.equals(version)) {
                // Before reading: a file that is still being written is looked at again when it has changed once more.
                version = now;
                GlossaryTerms read = GlossaryTerms.of(Glossary.read(file));
                terms = read;
                LOG.info("the glossary {} was read again", file);
            }
        } catch (IOException e) {
            LOG.warn("the glossary {} stays as it was: {}", file, e.getMessage());
        }
    }
}
