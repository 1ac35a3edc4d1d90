package archsearch.server.cli;

import archsearch.indexer.ArticleReader;
import archsearch.indexer.article.Article;
import archsearch.indexer.dump.DumpWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code archsearch export}: writes every article of the index as a dump. */
@Command(
        name = "export",
        description = "Writes every article of the index as JSON Lines, sorted by id.",
        footer = {
            "",
            "Indexed again, the lines give the same index. Servers and writers may go on",
            "meanwhile: the articles are those of the moment in which the export began.",
            "",
            "Exit status: 0 done, 2 failed with FILE left as it was, 64 for a bad option.",
            "",
            "Example: keep a copy of the index, small and fit to be compared",
            "  ${ROOT-COMMAND-NAME} export --to articles.jsonl.gz"
        })
final class ExportCommand implements Callable<Integer> {
    /** Often enough to be seen moving, and to notice within a moment that nobody reads on. */
    private static final int LOOK_EVERY = 1_000;

    private final RootCommand root;
    private final Engines engines;

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "Write to this file, compressed where it ends in .gz or .zst, instead of stdout.")
    private @Nullable Path to;

    ExportCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = root.settings().index(index);
        Terminal terminal = root.terminal();
        try (ArticleReader articles =
                        engines.index(folder).openReader().orElseThrow(() -> CommandException.noIndex(folder));
                DumpWriter dump = to == null ? DumpWriter.to(terminal.out()) : DumpWriter.toFile(to)) {
            write(articles, dump);
            dump.finish();
            if (to == null) {
                checkOut();
            } else if (Files.isRegularFile(to)) {
                // Nothing more is said where the target is a pipe or a device, which may be stdout itself.
                int count = articles.generation().articles();
                terminal.out()
                        .println(SafeText.of(String.format(
                                Locale.ROOT,
                                "%,d %s of generation %s written to %s",
                                count,
                                count == 1 ? "article" : "articles",
                                articles.generation().name(),
                                to)));
            }
        }
        return ExitStatus.DONE;
    }

    private void write(ArticleReader articles, DumpWriter dump) throws IOException {
        long start = System.nanoTime();
        long count = 0;
        try (ProgressLine progress = new ProgressLine(root.terminal())) {
            for (Article article = articles.next(); article != null; article = articles.next()) {
                dump.write(article);
                if (++count % LOOK_EVERY == 0) {
                    look(
                            count,
                            articles.generation().articles(),
                            Duration.ofNanos(System.nanoTime() - start),
                            progress);
                }
            }
        }
    }

    private void look(long count, long all, Duration elapsed, ProgressLine progress) {
        if (to == null) {
            checkOut();
        }
        // Where the lines themselves go by on the same terminal they are progress enough.
        if (to != null || !root.terminal().outShown()) {
            progress.show(
                    String.format(Locale.ROOT, "exporting: %,d of %,d articles, %d%%", count, all, count * 100 / all),
                    elapsed);
        }
    }

    /** Fails where nobody reads stdout any more, or the disk it goes to is full: a stream that prints does not say so. */
    private void checkOut() {
        if (root.terminal().out().checkError()) {
            throw new CommandException(
                    "stdout was closed or cannot be written to before the last article; what was written is not all");
        }
    }
}
