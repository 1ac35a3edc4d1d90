package archsearch.server.cli;

import archsearch.indexer.BatchIndexer;
import archsearch.indexer.IndexJob;
import archsearch.indexer.IndexReport;
import archsearch.indexer.IndexRunException;
import archsearch.server.api.ReportJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archsearch index}: reads dumps and makes a new index live. */
@Command(
        name = "index",
        description = "Indexes dumps: the ones named are the whole truth, unless --update adds to what is there.",
        footer = {
            "",
            "Exit status: 0 done, 2 failed with nothing changed, 3 done with some records rejected,",
            "64 for a bad option, 75 while another writer holds the index.",
            "",
            "The index is looked through before it goes live, and the one before is kept:",
            "'${ROOT-COMMAND-NAME} rollback' goes back to it.",
            "",
            "Example: see what a dump holds before it is indexed",
            "  ${ROOT-COMMAND-NAME} index data/backend-architecture-page-8.txt --dry-run"
        })
final class IndexCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Engines engines;

    @Parameters(
            paramLabel = "DUMP",
            arity = "1..*",
            description =
                    "File or folder: listing pages (.txt), JSON Lines, JSON, CSV, each also gzip or zstd; - for stdin.")
    private List<String> dumps = new ArrayList<>();

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
    private @Nullable String index;

    @Option(names = "--update", description = "Add to the live index, and replace in it by id.")
    private boolean update;

    @Option(names = "--dry-run", description = "Read and report, write nothing.")
    private boolean dryRun;

    @Option(names = "--strict", description = "Fail at the first record that is rejected, with nothing changed.")
    private boolean strict;

    @Option(
            names = "--max-rejects",
            paramLabel = "N",
            description = "Fail, with nothing changed, when more than N records are rejected.")
    private @Nullable String maxRejects;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write rejected records here as JSON Lines; corrected, the file can be indexed.")
    private @Nullable String rejects;

    @Option(names = "--tags", paramLabel = "FILE", description = "Dictionary that corrects how tags are split.")
    private @Nullable String tags;

    @Option(
            names = "--min-share",
            paramLabel = "PERCENT",
            description =
                    "Fail, with nothing changed, when the dumps have fewer articles than this share of those indexed"
                            + " before; 50 by default.")
    private @Nullable String minShare;

    @Option(names = "--force", description = "Make the new index live however few articles it has.")
    private boolean force;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    IndexCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = root.settings();
        BatchIndexer indexer = new BatchIndexer(engines.index(settings.index(index)));
        IndexJob job = job(settings);
        try {
            IndexReport report = ProgressLine.run(indexer, job, root.terminal());
            print(report);
            return report.rejected() > 0 ? ExitStatus.REJECTED : ExitStatus.DONE;
        } catch (IndexRunException e) {
            // What was found until then is what the operator needs to see.
            if (e.report() != null) {
                print(e.report());
            }
            throw e;
        }
    }

    private IndexJob job(Settings settings) {
        Integer limit = settings.count(Setting.MAX_REJECTS, maxRejects);
        int leastPercent = settings.leastPercent(minShare);
        return IndexJob.of(dumps)
                .update(update)
                .dryRun(dryRun)
                .strict(strict)
                .maxRejects(limit == null ? IndexJob.NO_LIMIT : limit)
                .leastPercent(force ? 0 : leastPercent)
                .rejects(settings.path(Setting.REJECTS, rejects))
                .tagDictionary(settings.path(Setting.TAGS, tags))
                .build();
    }

    private void print(IndexReport report) {
        Terminal terminal = root.terminal();
        if (json) {
            terminal.out().println(SafeText.json(ReportJson.of(report).toJson()));
        } else {
            ReportText.lines(report, dryRun).forEach(terminal.out()::println);
        }
        terminal.out().flush();
    }
}
