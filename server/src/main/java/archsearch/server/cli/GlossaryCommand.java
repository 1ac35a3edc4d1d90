package archsearch.server.cli;

import archsearch.indexer.glossary.Concept;
import archsearch.indexer.glossary.Glossary;
import archsearch.searcher.SearchEngine;
import archsearch.server.log.ZeroResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archsearch glossary}: what the terms of the field do to searches. */
@Command(name = "glossary", description = "Tells what a change of the glossary does.")
final class GlossaryCommand implements Callable<Integer> {
    /** Queries whose articles are counted; the rest is only counted itself. */
    private static final int MAX_QUERIES = 1_000;

    private final RootCommand root;
    private final Engines engines;

    GlossaryCommand(RootCommand root, Engines engines) {
        this.root = root;
        this.engines = engines;
    }

    /** Runs where no command of it is named. */
    @Override
    public Integer call() {
        throw new UsageException("a command is missing: preview FILE");
    }

    @Command(
            name = "preview",
            description = "Tells which queries another glossary changes, and how many articles they find.",
            footer = {
                "",
                "Prints a line for each term of a concept that is new, changed or gone: how many",
                "articles a search for it finds now, how many it would find, and the term. Then",
                "the same for what was searched for in vain, see 'stats', and would find something.",
                "",
                "Example: see what an edit does before it takes effect",
                "  ${ROOT-COMMAND-NAME} glossary preview my-glossary.tsv"
            })
    int preview(
            @Parameters(paramLabel = "FILE", description = "The glossary that might be used.") Path file,
            @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; var/index by default.")
                    @Nullable String index)
            throws IOException {
        Settings settings = root.settings();
        Path folder = settings.index(index);
        Path current = settings.glossary(null);
        Set<String> terms =
                changedTerms(current == null ? Glossary.EMPTY : Glossary.read(current), Glossary.read(file));
        Path misses = settings.zeroResults(null);
        ZeroResults missed = misses == null ? ZeroResults.NONE : ZeroResults.read(misses);
        Terminal terminal = root.terminal();
        int changed = 0;
        int helped;
        try (SearchEngine now = engines.open(folder, current);
                SearchEngine then = engines.open(folder, file)) {
            for (String term : terms.stream().limit(MAX_QUERIES).toList()) {
                int before = HitTotal.of(now, term);
                int after = HitTotal.of(then, term);
                changed += before == after ? 0 : 1;
                terminal.out().println(before + " -> " + after + "  " + SafeText.of(term));
            }
            helped = helped(missed, terms, now, then, terminal);
        }
        terminal.err().println(summary(terms.size(), changed, helped));
        return ExitStatus.DONE;
    }

    /** Prints the searches that found nothing and would find something; returns their number. */
    private static int helped(
            ZeroResults missed, Set<String> terms, SearchEngine now, SearchEngine then, Terminal terminal) {
        int helped = 0;
        for (ZeroResults.Query query :
                missed.queries().stream().limit(MAX_QUERIES).toList()) {
            if (query.unfiltered() == 0 || terms.contains(query.q())) {
                continue;
            }
            int before = HitTotal.of(now, query.q());
            int after = HitTotal.of(then, query.q());
            if (before != after) {
                helped++;
                terminal.out()
                        .println(before + " -> " + after + "  " + SafeText.of(query.q()) + "  (asked " + query.count()
                                + (query.count() == 1 ? " time" : " times") + " in vain)");
            }
        }
        return helped;
    }

    private static String summary(int terms, int changed, int helped) {
        if (terms == 0) {
            return "archsearch: no term differs from the glossary in use";
        }
        String left = terms > MAX_QUERIES ? "; only the first " + MAX_QUERIES + " were searched for" : "";
        return "archsearch: " + terms + " terms differ, " + changed + " of them find another number of articles" + left
                + (helped == 0 ? "" : "; so do " + helped + " of the searches that found nothing");
    }

    /** The forms of every concept that only one of the two has, in the order of the files. */
    private static Set<String> changedTerms(Glossary current, Glossary other) {
        Set<String> terms = new LinkedHashSet<>();
        forms(other, current).forEach(terms::add);
        forms(current, other).forEach(terms::add);
        return terms;
    }

    private static List<String> forms(Glossary glossary, Glossary without) {
        Set<List<Concept.Form>> known = new LinkedHashSet<>();
        without.concepts().forEach(c -> known.add(c.forms()));
        List<String> forms = new ArrayList<>();
        for (Concept concept : glossary.concepts()) {
            if (!known.contains(concept.forms())) {
                concept.forms().forEach(f -> forms.add(f.text()));
            }
        }
        return forms;
    }
}
