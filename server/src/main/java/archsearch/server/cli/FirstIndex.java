package archsearch.server.cli;

import archsearch.indexer.ArticleIndex;
import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the index that a server needs where there is none yet. */
final class FirstIndex {
    private final Terminal terminal;
    private final ArticleIndex index;

    FirstIndex(Terminal terminal, ArticleIndex index) {
        this.terminal = terminal;
        this.index = index;
    }

    /**
     * Indexes the data and says so on stderr, since stdout is for the address.
     *
     * @param folder of the index, for the messages
     * @param data files and folders; all must exist
     * @param tagDictionary see {@link IndexJob}
     * @throws CommandException if there is no data
     */
    void build(Path folder, List<Path> data, @Nullable Path tagDictionary) throws IOException {
        for (Path path : data) {
            if (!Files.exists(path)) {
                throw new CommandException("there is no index in " + folder + " and no data at " + path
                        + " to build one from; name your dumps: archsearch serve --data PATH");
            }
        }
        List<String> dumps = data.stream().map(Path::toString).toList();
        say("no index in " + folder + " yet; indexing " + String.join(", ", dumps));
        IndexJob job = IndexJob.of(dumps).tagDictionary(tagDictionary).build();
        IndexReport report = ProgressLine.run(new BatchIndexer(index), job, terminal);
        ReportText.lines(report, false).forEach(this::say);
    }

    private void say(String line) {
        terminal.err().println("archsearch: " + SafeText.of(line));
    }
}
