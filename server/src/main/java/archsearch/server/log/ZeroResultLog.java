package archsearch.server.log;

import archsearch.searcher.SearchResponse;
import archsearch.searcher.Suggestion;
import archsearch.server.ServerListener;
import archsearch.server.api.MissedSearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the searches that found nothing in a file, a line of JSON each ({@link MissedSearch}), for {@code archsearch stats} to learn from:
 * what was asked, on which day (UTC), and nothing about who asked. Of a file that has grown to its bound one before it is kept. A disk
 * that fails costs lines, never an answer. Thread-safe.
 */
public final class ZeroResultLog implements ServerListener {
    private static final Logger LOG = LoggerFactory.getLogger(ZeroResultLog.class);

    /** Tens of thousands of searches. */
    static final long MAX_BYTES = 4 << 20;

    private final Path file;
    private final Clock clock;
    private final long maxBytes;
    private boolean failed;

    /**
     * @param file need not exist yet, and neither does its folder
     */
    public ZeroResultLog(Path file) {
        this(file, Clock.systemUTC(), MAX_BYTES);
    }

    ZeroResultLog(Path file, Clock clock, long maxBytes) {
        this.file = file;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /** The file that holds the lines before those of another. */
    static Path before(Path file) {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    @Override
    public void searched(String requestId, SearchResponse response) {
        boolean isMiss = response.total() == 0
                && !response.request().q().isEmpty()
                && response.request().cursor() == null
                && !response.partial();
        if (isMiss) {
            append(new MissedSearch(
                    LocalDate.now(clock),
                    response.request().q(),
                    response.request().isFiltered(),
                    dropped(response.suggestions())));
        }
    }

    /** The words that have to go for anything to be found. */
    private static List<String> dropped(List<Suggestion> suggestions) {
        return suggestions.stream()
                .filter(s -> s.kind() == Suggestion.Kind.DROP_WORD)
                .findFirst()
                .map(Suggestion::dropped)
                .orElse(List.of());
    }

    private synchronized void append(MissedSearch search) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(file) && Files.size(file) >= maxBytes) {
                Files.move(file, before(file), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.write(
                    file,
                    (search.toJson() + '\n').getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                LOG.warn("searches without hits are not kept: {} cannot be written: {}", file, e.getMessage());
            }
            failed = true;
        }
    }
}
