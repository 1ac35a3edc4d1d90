package archsearch.server.cli;

import archsearch.indexer.IndexCondition;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexReport;
import archsearch.indexer.RepostsFound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archsearch check}: tells how good dumps are, or whether an index is sound. */
@Command(
        name = "check",
        description = "Tells how good dumps are, or, where none is named, whether the index is sound.",
        footer = {
            "",
            "Of dumps it tells which records are rejected, repeated and in conflict, which",
            "pages of listings are incomplete, missing or out of order, and which tags may be",
            "split wrongly, with the lines for --tags that settle them, and which articles",
            "are reposts of each other; for this it builds an index in the folder for",
            "temporary files and deletes it at the end. Of an index it looks at the pointer,",
            "the checksum of every file, every segment and every article.",
            "",
            "--json prints one object. Of dumps:",
            "  read, accepted, rejected, duplicates, conflicts, tookMs, reasons {word: count}",
            "  rejects [{file, line, reason, detail}]",
            "  coverage [{file, tag, total, page, pages, found, expectedMin, expectedMax,",
            "    complete}]",
            "  missingPages [{tag, pages, missing}]",
            "  dateBreaks [{tag, page, oldest, newestAfter, kind: gap or overlap}]",
            "  retitled [{file, line, title, earlier {file, line}, earlierTitle}]",
            "  duplicateList, conflictList [{file, line, earlier {file, line}, id, title}]",
            "  unsureTagSplits, unsureList [{file, line, glued, tags, confidence,",
            "    dictionaryLine}]",
            "  unknownFields [{name, file, line}], notes",
            "  repostGroups, repostArticles,",
            "  repostList [[{id, title, publisher, date}]]",
            "Of an index:",
            "  index, sound, generation, committedAt, format, articles, segments, files,",
            "  bytes, neighbours [{name, kind: previous, leftover, newer or unfinished}]",
            "  faultCount, faults [{part, where, detail}], remedy, tookMs",
            "",
            "Exit status: 0 all good, 2 the index is damaged or missing, 3 some records",
            "are rejected, 64 for a bad option.",
            "",
            "Example: see what is wrong with a page before it is indexed",
            "  ${ROOT-COMMAND-NAME} check data/backend-architecture-page-8.txt"
        })
final class CheckCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Parameters(
            paramLabel = "DUMP",
            arity = "0..*",
            description = "File or folder, as for index; - for stdin. Without: the index is checked.")
    private List<String> dumps = new ArrayList<>();

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(names = "--tags", paramLabel = "FILE", description = "Dictionary that corrects how tags are split.")
    private @Nullable String tags;

    @Option(names = "--json", description = "Print what was found as one JSON object.")
    private boolean json;

    CheckCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = root.settings();
        if (dumps.isEmpty()) {
            if (tags != null) {
                throw new UsageException("--tags corrects the tags of dumps, but no dump is named");
            }
            checkIndex(settings.index(index));
            return ExitStatus.DONE;
        }
        if (index != null) {
            throw new UsageException("either dumps or --index DIR can be checked, not both at once");
        }
        return checkDumps(settings);
    }

    private int checkDumps(Settings settings) throws IOException {
        IndexJob job = IndexJob.of(dumps)
                .tagDictionary(settings.path(Setting.TAGS, tags))
                .build();
        try (TrialIndex trial = new TrialIndex(engines)) {
            IndexReport report = trial.run(job, root.terminal());
            RepostsFound reposts = trial.reposts();
            print(json ? List.of(SafeText.json(CheckJson.of(report, reposts))) : CheckText.lines(report, reposts));
            return report.rejected() > 0 ? ExitStatus.REJECTED : ExitStatus.DONE;
        }
    }

    private void checkIndex(Path folder) throws IOException {
        long start = System.nanoTime();
        IndexCondition condition = engines.index(folder).check().orElseThrow(() -> CommandException.noIndex(folder));
        long tookMs = (System.nanoTime() - start) / 1_000_000;
        String remedy = condition.isSound() ? null : root.asCalled(CheckText.remedy(condition, folder));
        print(
                json
                        ? List.of(SafeText.json(CheckJson.of(condition, folder, remedy, tookMs)))
                        : CheckText.lines(condition, folder));
        if (remedy != null) {
            throw new CommandException(remedy);
        }
    }

    private void print(List<String> lines) {
        Terminal terminal = root.terminal();
        lines.forEach(terminal.out()::println);
        terminal.out().flush();
    }
}
