package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands over a real index in a folder, each run as a process would run it, but in this one. */
class CliTest {
    private static final String GOOD = """
            {"title":"Designing a flash sale with Redis","publisher":"Youzan Coder","date":"2019-08-09","tags":["Redis","Seckill"],"readMinutes":8}
            {"title":"秒杀系统的削峰与限流","publisher":"美团技术","date":"2020-01-02","tags":["Redis"],"lang":"zh"}
            {"title":"Kafka in a task center","publisher":"Ctrip","date":"2018-03-04","tags":["Kafka"]}
            """;

    private static final String BAD = "{\"title\":\"No date \\u001b[2J\",\"publisher\":\"x\"}\n";

    @TempDir
    Path folder;

    private Path good;
    private Path bad;

    @BeforeEach
    void dumps() throws IOException {
        good = Files.writeString(folder.resolve("good.jsonl"), GOOD);
        bad = Files.writeString(folder.resolve("bad.jsonl"), GOOD + BAD);
    }

    private record Run(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private Run run(String... words) {
        return run(Map.of(), words);
    }

    private Run run(Map<String, String> environment, String... words) {
        Screen screen = new Screen();
        int status = new Cli(screen.piped(), environment, folder, new LuceneEngines()).run(words);
        return new Run(status, screen.out(), screen.err());
    }

    private static JsonNode json(Run run) {
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void index_goodDump_reportsAndIsSearchable() {
        Run index = run("index", good.toString());
        assertThat(index.status()).isEqualTo(ExitStatus.DONE);
        assertThat(index.lines().getFirst()).contains("3 records read", "3 accepted, 0 rejected");
        assertThat(index.lines().get(1)).contains("3 articles indexed, live as generation");
        assertThat(index.err()).isEmpty();
        Run search = run("search", "flash", "sale");
        assertThat(search.status()).isEqualTo(ExitStatus.DONE);
        assertThat(search.out())
                .contains("1. Designing a flash sale with Redis", "Youzan Coder · 2019-08-09 · 8 min read");
        assertThat(run("search", "秒杀").out()).contains("秒杀系统的削峰与限流");
    }

    @Test
    void index_someRejected_exitsWith3AndSaysWhere() {
        Path rejects = folder.resolve("rejects.jsonl");
        Run index = run("index", bad.toString(), "--rejects", rejects.toString());
        assertThat(index.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(index.out()).contains(bad + ":4: missing-field: ");
        assertThat(rejects).content().contains("missing-field");
        assertThat(run("search", "kafka").status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void index_json_printsOneObjectWithThePromisedNames() {
        Run index = run("index", bad.toString(), "--json");
        assertThat(index.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(index.lines()).hasSize(1);
        JsonNode report = json(index);
        assertThat(report.propertyNames())
                .startsWith(
                        "read",
                        "accepted",
                        "rejected",
                        "duplicates",
                        "conflicts",
                        "indexed",
                        "generation",
                        "tookMs",
                        "rejects",
                        "coverage");
        assertThat(report.path("read").asInt()).isEqualTo(4);
        assertThat(report.path("indexed").asInt()).isEqualTo(3);
        JsonNode reject = report.path("rejects").get(0);
        assertThat(reject.path("file").asString()).isEqualTo(bad.toString());
        assertThat(reject.path("line").asInt()).isEqualTo(4);
        assertThat(reject.path("reason").asString()).isEqualTo("missing-field");
    }

    @Test
    void index_farFewerArticlesThanBefore_isRefusedUnlessForced() throws IOException {
        run("index", good.toString());
        Path one = Files.writeString(folder.resolve("one.jsonl"), GOOD.substring(0, GOOD.indexOf('\n') + 1));
        Run refused = run("index", one.toString(), "--json");
        assertThat(refused.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(json(refused).path("generation").isNull()).isTrue();
        assertThat(refused.err()).contains("1 article", "50% of the 3 articles", "--force");
        assertThat(run("search", "kafka").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("index", one.toString(), "--min-share", "30").status()).isEqualTo(ExitStatus.DONE);
        run("index", good.toString());
        assertThat(run("index", one.toString(), "--force").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("search", "kafka").status()).isEqualTo(ExitStatus.NO_HITS);
    }

    @Test
    void rollback_afterARun_goesBackAndThenNoFurther() throws IOException {
        assertThat(run("rollback").err()).contains("no generation to go back to");
        String first =
                json(run("index", good.toString(), "--json")).path("generation").asString();
        Run none = run("rollback");
        assertThat(none.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(none.err()).contains("no generation to go back to", "archsearch index");
        Path other = Files.writeString(folder.resolve("other.jsonl"), GOOD.replace("Kafka", "Pulsar"));
        String second = json(run("index", other.toString(), "--json"))
                .path("generation")
                .asString();
        assertThat(run("search", "kafka").status()).isEqualTo(ExitStatus.NO_HITS);

        Run rollback = run("rollback", "--json");
        assertThat(rollback.status()).isEqualTo(ExitStatus.DONE);
        assertThat(rollback.lines()).hasSize(1);
        assertThat(json(rollback).propertyNames())
                .containsExactly("index", "generation", "articles", "committedAt", "replaced", "tookMs");
        assertThat(json(rollback).path("generation").asString()).isEqualTo(first);
        assertThat(json(rollback).path("replaced").asString()).isEqualTo(second);
        assertThat(run("search", "kafka").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("check").out()).contains(": sound\n", "complete, but not live");
        assertThat(run("rollback").status()).isEqualTo(ExitStatus.FAILED);

        Run forward = run("rollback", "--to", second);
        assertThat(forward.status()).isEqualTo(ExitStatus.DONE);
        assertThat(forward.out()).contains("generation " + second + " is live again, 3 articles", first);
        assertThat(run("search", "pulsar").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("rollback", "--to", "../x").err()).contains("no generation ../x");
    }

    @Test
    void snapshotAndRestore_bringBackWhatWasSaved() {
        Path copy = folder.resolve("my copy");
        assertThat(run("snapshot", copy.toString()).err()).contains("there is no index in");
        run("index", good.toString());
        Run snapshot = run("snapshot", copy.toString());
        assertThat(snapshot.status()).isEqualTo(ExitStatus.DONE);
        assertThat(snapshot.out()).contains("3 articles, copied to", "archsearch restore '" + copy + "'");
        Run again = run("snapshot", copy.toString());
        assertThat(again.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(again.err()).contains(copy + ": is there already");
        assertThat(run("search", "kafka", "--index", copy.toString()).status()).isEqualTo(ExitStatus.DONE);

        String lost = json(run("index", folder.resolve("bad.jsonl").toString(), "--json"))
                .path("generation")
                .asString();
        Run restore = run("restore", copy.toString(), "--json");
        assertThat(restore.status()).isEqualTo(ExitStatus.DONE);
        assertThat(json(restore).propertyNames())
                .containsExactly("index", "generation", "articles", "committedAt", "replaced", "tookMs");
        assertThat(json(restore).path("replaced").asString()).isEqualTo(lost);
        assertThat(run("check").out()).contains(": sound\n");
        assertThat(run("rollback").out()).contains(lost + " is live again");
        Run nothing = run("restore", folder.resolve("none").toString());
        assertThat(nothing.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(nothing.err()).contains("there is no index in", "archsearch snapshot");
        assertThat(json(run("snapshot", folder.resolve("two").toString(), "--json"))
                        .propertyNames())
                .containsExactly("index", "to", "generation", "articles", "committedAt", "tookMs");
    }

    @Test
    void search_liveGenerationDamaged_answersFromTheOneBeforeAndSaysWhatToDo() throws IOException {
        run("index", good.toString());
        run("index", good.toString());
        Path index = folder.resolve("var/index");
        Path live = index.resolve("generations")
                .resolve(Files.readString(index.resolve("CURRENT")).strip());
        Path file = live.resolve("_0.cfs");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(run("search", "kafka").status()).isEqualTo(ExitStatus.DONE);
        Run check = run("check");
        assertThat(check.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(check.err()).contains("archsearch rollback --index " + index);
        assertThat(run("rollback").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("check").status()).isEqualTo(ExitStatus.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--strict", "--max-rejects=0"})
    void index_tooManyRejects_changesNothing(String limit) {
        run("index", good.toString());
        Run index = run("index", bad.toString(), limit, "--json");
        assertThat(index.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(index.err()).startsWith("archsearch: ").hasLineCount(1);
        assertThat(json(index).path("generation").isNull()).isTrue();
        assertThat(run("search", "kafka").out()).contains("1 article");
    }

    @Test
    void index_dryRun_writesNothing() {
        Run index = run("index", good.toString(), "--dry-run");
        assertThat(index.status()).isEqualTo(ExitStatus.DONE);
        assertThat(index.out()).contains("3 articles would be indexed");
        assertThat(run("search", "kafka").status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void index_update_keepsWhatIsThere() throws IOException {
        run("index", good.toString());
        Path more = Files.writeString(
                folder.resolve("more.jsonl"),
                "{\"title\":\"Kafka once more\",\"publisher\":\"Ctrip\",\"date\":\"2021-01-01\"}\n");
        assertThat(run("index", more.toString(), "--update").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("search", "kafka").out()).contains("2 articles");
        run("index", more.toString(), "--force");
        assertThat(run("search", "kafka").out()).contains("1 article");
    }

    @Test
    void index_whileAnotherWrites_exitsWith75() throws IOException {
        try (ArticleWriter writer =
                new LuceneEngines().index(folder.resolve("var/index")).openBatch()) {
            assertThat(writer).isNotNull();
            Run index = run("index", good.toString());
            assertThat(index.status()).isEqualTo(ExitStatus.LOCKED);
            assertThat(index.err()).contains("another writer").hasLineCount(1);
        }
    }

    @Test
    void index_missingDump_namesIt() {
        Run index = run("index", folder.resolve("none.txt").toString());
        assertThat(index.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(index.err()).startsWith("archsearch: ").contains("none.txt").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"search kafka", "article x", "similar x", "facets tag", "suggest ka", "stats", "export", "check"
            })
    void command_withoutAnIndex_namesThePathAndTheCommand(String line) {
        Run search = run(line.split(" "));
        assertThat(search.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(search.err())
                .startsWith("archsearch: ")
                .contains(folder.resolve("var/index").toString(), "archsearch index")
                .hasLineCount(1);
    }

    @Test
    void search_withoutHits_exitsWith1() {
        run("index", good.toString());
        Run search = run("search", "mainframe");
        assertThat(search.status()).isEqualTo(ExitStatus.NO_HITS);
        assertThat(search.out()).contains("0 articles for mainframe");
        assertThat(run("search", "mainframe", "--json").status()).isEqualTo(ExitStatus.NO_HITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tag Redis                              | 2",
                "--tag Redis --tag Seckill                | 1",
                "--publisher Ctrip                        | 1",
                "--lang zh                                | 1",
                "--year 2019 --year 2020                  | 2",
                "--from 2019-01-01 --to 2019-12-31        | 1",
                "--minutes-max 10                         | 1",
                "--tag Redis --group off                  | 2",
                "--tag Redis --sort oldest --size 1       | 2"
            })
    void search_filters_narrowTheHits(String options, int total) {
        run("index", good.toString());
        List<String> words = new ArrayList<>(List.of("search", "--json"));
        words.addAll(List.of(options.strip().split(" ")));
        Run search = run(words.toArray(String[]::new));
        assertThat(json(search).path("total").path("value").asInt()).isEqualTo(total);
    }

    @Test
    void search_sortAndPage_areFollowed() {
        run("index", good.toString());
        JsonNode second = json(run("search", "", "--sort", "oldest", "--page", "2", "--size", "1", "--json"));
        assertThat(second.path("hits").get(0).path("publisher").asString()).isEqualTo("Youzan Coder");
        assertThat(second.path("pages").asInt()).isEqualTo(3);
    }

    @Test
    void search_explain_saysHowTheScoreCameAbout() {
        run("index", good.toString());
        assertThat(run("search", "kafka", "--explain").lines()).hasSizeGreaterThan(6);
    }

    @Test
    void search_leadingHyphen_goesAfterTwo() {
        run("index", good.toString());
        assertThat(run("search", "--", "-kafka").status()).isEqualTo(ExitStatus.DONE);
        Run unguarded = run("search", "-kafka");
        assertThat(unguarded.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(unguarded.err()).contains("goes after '--'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                            | serve, index, search",
                "serch                       | is search",
                "search                      | what to search for",
                "search x --pubisher y       | is --publisher meant",
                "search x --from 2019        | 2019-01-31",
                "search x --from 2020-01-01 --to 2019-01-01 | --from: ",
                "search x --lang de          | none of zh, en",
                "search x --sort best        | newest",
                "search x --page 0           | --page: ",
                "search x --size 101         | --size: ",
                "search x --size many        | many",
                "search x --group maybe      | on, off",
                "article                     | ID",
                "similar x --size 51         | --size: ",
                "facets                      | NAME",
                "facets tags                 | none of tag, publisher",
                "facets tag --order size     | none of count, name",
                "facets tag --size 0         | --size: ",
                "facets tag x --kafka        | goes after '--'",
                "suggest                     | TEXT",
                "suggest x --size 21         | --size: ",
                "stats x                     | nothing to do with 'x'",
                "index                       | DUMP",
                "index x --max-rejects -1    | max-rejects",
                "index x --min-share 101     | min-share",
                "rollback x                  | nothing to do with 'x'",
                "snapshot                    | TO",
                "restore                     | FROM",
                "serve --bind nowhere        | 127.0.0.1:8080",
                "serve --cache-mb lots       | cache-mb is 'lots'",
                "serve --search-timeout 2s   | search-timeout is '2s'",
                "serve --max-searches 0      | max-searches must be 1 or more",
                "serve --client-timeout 0    | client-timeout must be 1 or more",
                "serve --trusted-proxies x.y | is no IP address such as 10.0.0.1",
                "serve extra                 | extra",
                "check x --index y           | not both",
                "check --tags x              | no dump is named",
                "export x                    | nothing to do with 'x'",
                "config --config none        | none",
                "completion tcsh             | bash"
            })
    void badUsage_anyCommand_exitsWith64AndOneLineWithAHint(@Nullable String line, String said) {
        Run run = run(line == null ? new String[0] : line.strip().split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("archsearch: ")
                .contains(said, "--help'")
                .hasLineCount(2);
    }

    @Test
    void errors_withControlCharacters_reachTheTerminalWithoutThem() {
        assertThat(run("search", "x", "--sort", "\u001B[2J").err()).doesNotContain("\u001B");
        assertThat(run("index", bad.toString()).out()).doesNotContain("\u001B");
    }

    @Test
    void search_termOfTheGlossary_findsItsPartnersAndSaysSo() throws IOException {
        run("index", good.toString());
        Path glossary = Files.writeString(folder.resolve("terms.tsv"), "抢购\tflash sale\tbusiness\n");
        Run without = run("search", "抢购");
        Run with = run(Map.of("ARCHSEARCH_GLOSSARY", glossary.toString()), "search", "抢购");
        assertThat(without.status()).isEqualTo(ExitStatus.NO_HITS);
        assertThat(with.status()).isEqualTo(ExitStatus.DONE);
        assertThat(with.out()).contains("title: 抢购 via flash sale");
    }

    @Test
    void search_glossaryOfAnotherShape_namesFileAndLine() throws IOException {
        run("index", good.toString());
        Path glossary = Files.writeString(folder.resolve("terms.tsv"), "抢购 flash sale\n");
        Run search = run(Map.of("ARCHSEARCH_GLOSSARY", glossary.toString()), "search", "抢购");
        assertThat(search.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(search.err()).contains(glossary + ":1: found 1 column; expected three");
    }

    @Test
    void glossaryPreview_anotherGlossary_tellsWhichQueriesFindHowManyArticles() throws IOException {
        run("index", good.toString());
        Path now = Files.writeString(folder.resolve("now.tsv"), "\tk8s | Kubernetes\tproduct\n锁\tlock\tx\n");
        Path then = Files.writeString(folder.resolve("then.tsv"), "\tk8s | Kubernetes\tproduct\n抢购\tflash sale\tx\n");
        Run preview = run(Map.of("ARCHSEARCH_GLOSSARY", now.toString()), "glossary", "preview", then.toString());
        assertThat(preview.status()).isEqualTo(ExitStatus.DONE);
        assertThat(preview.lines()).containsExactly("0 -> 1  抢购", "1 -> 1  flash sale", "0 -> 0  锁", "0 -> 0  lock");
        assertThat(preview.err()).contains("4 terms differ, 1 of them find another number of articles");
        Run same = run(Map.of("ARCHSEARCH_GLOSSARY", now.toString()), "glossary", "preview", now.toString());
        assertThat(same.out()).isEmpty();
        assertThat(same.err()).contains("no term differs");
    }

    @Test
    void config_everySource_isTold() throws IOException {
        Path file = Files.writeString(folder.resolve("my.properties"), "tags=tags.txt\n");
        Run config = run(
                Map.of("ARCHSEARCH_BIND", "127.0.0.1:9000"),
                "config",
                "--config",
                file.toString(),
                "--max-rejects",
                "5");
        assertThat(config.lines())
                .containsExactly(
                        "index\t" + folder.resolve("var/index") + "\tdefault",
                        "data\t" + folder.resolve("data") + "\tdefault",
                        "bind\t127.0.0.1:9000\tenvironment ARCHSEARCH_BIND",
                        "base-url\t\tdefault",
                        "glossary\t" + folder.resolve("data/glossary.tsv") + "\tdefault",
                        "cache-mb\t32\tdefault",
                        "search-timeout\t2000\tdefault",
                        "max-searches\t" + 2 * Runtime.getRuntime().availableProcessors() + "\tdefault",
                        "rate-limit\t0\tdefault",
                        "trusted-proxies\t\tdefault",
                        "client-timeout\t30000\tdefault",
                        "log-format\ttext\tdefault",
                        "access-log\toff\tdefault",
                        "slow-search\t500\tdefault",
                        "zero-results\t" + folder.resolve("var/zero-results.jsonl") + "\tdefault",
                        "tags\t" + folder.resolve("tags.txt") + "\tfile " + file,
                        "rejects\t\tdefault",
                        "max-rejects\t5\toption --max-rejects",
                        "min-share\t50\tdefault");
    }

    @Test
    void config_fileInEnvironment_countsForEveryCommand() throws IOException {
        Path file = Files.writeString(folder.resolve("my.properties"), "index=elsewhere\n");
        Map<String, String> environment = Map.of("ARCHSEARCH_CONFIG", file.toString());
        assertThat(run(environment, "index", good.toString()).status()).isEqualTo(ExitStatus.DONE);
        assertThat(folder.resolve("elsewhere")).isDirectory();
        assertThat(run("search", "kafka", "--config", file.toString()).status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void serve_withoutIndexAndData_namesBoth() {
        Run serve = run("serve");
        assertThat(serve.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(serve.err())
                .contains(
                        folder.resolve("data").toString(),
                        folder.resolve("var/index").toString(),
                        "--data")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "index",
                "search",
                "article",
                "similar",
                "facets",
                "suggest",
                "stats",
                "check",
                "export",
                "config",
                "completion"
            })
    void help_everyCommand_endsWithAnExample(String command) {
        Run help = command.isEmpty() ? run("--help") : run(command, "--help");
        assertThat(help.status()).isEqualTo(ExitStatus.DONE);
        assertThat(help.out()).contains("Usage: archsearch", "\nExample: ");
        assertThat(help.lines().getLast()).contains("archsearch ");
    }

    @Test
    void version_isOneLine() {
        assertThat(run("--version").lines()).singleElement().asString().startsWith("archsearch ");
    }

    @Test
    void completion_everyShell_knowsCommandsAndOptions() {
        assertThat(run("completion", "bash").out()).contains("complete -F", "serve", "--publisher");
        assertThat(run("completion", "zsh").out()).contains("bashcompinit");
        assertThat(run("completion", "fish").lines())
                .allMatch(line -> line.startsWith("complete -c archsearch"))
                .anyMatch(line -> line.contains("seen_subcommand_from search' -l publisher -x"))
                .anyMatch(line -> line.contains("seen_subcommand_from facets' -l group -x"))
                .anyMatch(line -> line.contains("seen_subcommand_from facets' -l index -r -F"))
                .anyMatch(line -> line.contains("seen_subcommand_from stats' -l json -f"));
        for (String shell : List.of("bash", "zsh", "fish")) {
            assertThat(run("completion", shell).out())
                    .as(shell)
                    .contains("article", "similar", "facets", "suggest", "stats", "prefix", "group");
        }
    }

    @Test
    void export_toStdoutAndToAFile_areTheSameAndIndexAsTheSame() throws IOException {
        run("index", good.toString());
        Run export = run("export");
        assertThat(export.status()).isEqualTo(ExitStatus.DONE);
        assertThat(export.err()).isEmpty();
        assertThat(export.lines()).hasSize(3).isSorted().allMatch(line -> line.startsWith("{\"id\":\""));

        Path file = folder.resolve("new/articles.jsonl");
        Run toFile = run("export", "--to", file.toString());
        assertThat(toFile.status()).isEqualTo(ExitStatus.DONE);
        assertThat(toFile.out()).startsWith("3 articles of generation ").endsWith(" written to " + file + "\n");
        assertThat(file).hasContent(export.out());

        String other = folder.resolve("other").toString();
        assertThat(run("index", file.toString(), "--index", other).status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("export", "--index", other).out()).isEqualTo(export.out());
    }

    @Test
    void export_thatFails_leavesTheFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.jsonl"), "before");
        assertThat(run("export", "--to", file.toString()).status()).isEqualTo(ExitStatus.FAILED);
        assertThat(file).hasContent("before");
        run("index", good.toString());
        Run toFolder = run("export", "--to", folder.toString());
        assertThat(toFolder.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(toFolder.err()).contains("is a folder").hasLineCount(1);
    }

    @Test
    void export_stdoutClosed_fails() {
        run("index", good.toString());
        PrintStream closed = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        Terminal terminal = new Terminal(closed, new Screen().piped().err(), false, false, 80, false);
        assertThat(new Cli(terminal, Map.of(), folder, new LuceneEngines()).run("export"))
                .isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void check_dumps_tellsBothPlacesAndWritesNothing() throws IOException {
        Path again = Files.writeString(
                folder.resolve("more.jsonl"),
                GOOD.replace("\"readMinutes\":8", "\"readMinutes\":9")
                        .replace("[\"Kafka\"]", "[\"Kafka\"],\"views\":1"));
        Run check = run("check", bad.toString(), again.toString());
        assertThat(check.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(check.lines())
                .contains(
                        "rejected: 1 missing-field",
                        "fields that no article has, ignored: views",
                        again + ":2: the same as " + bad + ":2, skipped: 秒杀系统的削峰与限流");
        assertThat(check.out()).contains(again + ":1: takes the place of " + bad + ":1, which has the same id ");
        assertThat(folder.resolve("var")).doesNotExist();
        assertThat(run("check", good.toString()).status()).isEqualTo(ExitStatus.DONE);
        JsonNode json = json(run("check", bad.toString(), "--json"));
        assertThat(json.path("reasons").path("missing-field").asInt()).isEqualTo(1);
    }

    @Test
    void check_unsureTags_areSettledByTheLinesItPrints() throws IOException {
        Path page = Files.writeString(folder.resolve("page.txt"), """
                P
                P
                Aug 27, 2019 · Backend

                One

                A summary.

                Foo BarBaz quxFoo quux
                0 likes · 3 min read
                One
                """);
        Run unsure = run("check", page.toString());
        assertThat(unsure.out())
                .contains(page + ":1: tags may be wrong, ", "% sure: 'Foo BarBaz quxFoo quux' read as ");
        String line = unsure.lines().getLast();
        assertThat(line).startsWith("Foo BarBaz quxFoo quux\tFoo Bar");
        Path tags = Files.writeString(
                folder.resolve("tags.txt"), unsure.out().substring(unsure.out().indexOf("\n#")));
        Run settled = run("check", page.toString(), "--tags", tags.toString());
        assertThat(settled.out()).contains("1 accepted").doesNotContain("may be wrong");
    }

    @Test
    void check_index_soundThenDamaged() throws IOException {
        run("index", good.toString());
        Run sound = run("check");
        assertThat(sound.status()).isEqualTo(ExitStatus.DONE);
        assertThat(sound.lines().getFirst()).isEqualTo(folder.resolve("var/index") + ": sound");
        assertThat(sound.err()).isEmpty();

        Files.writeString(folder.resolve("var/index/CURRENT"), "nonsense");
        Run damaged = run("check", "--json");
        assertThat(damaged.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(damaged.err())
                .contains("damaged; build it again with: archsearch index")
                .hasLineCount(1);
        assertThat(json(damaged).path("faults").get(0).path("part").asString()).isEqualTo("pointer");
        assertThat(json(damaged).path("remedy").asString()).contains("archsearch index");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "./archsearch        | ./archsearch",
                "/opt/a b/archsearch | '/opt/a b/archsearch'",
                "archsearch          | archsearch",
                "as                  | as"
            })
    void hints_andHelp_nameTheCommandAsItWasCalled(String calledAs, String typed) {
        Screen screen = new Screen();
        Cli cli = new Cli(screen.piped(), Map.of(), folder, new LuceneEngines(), calledAs);
        cli.run("search", "x");
        cli.run("search", "--nonsense");
        cli.run("search", "--help");
        cli.run("completion", "fish");
        assertThat(screen.err())
                .contains(
                        "build one with: " + typed + " index DUMP... --index ",
                        "archsearch: try ",
                        typed + " search --help");
        assertThat(screen.out())
                .contains("Usage: " + typed + " search", "\n  " + typed + " search 'flash sale'")
                .contains("complete -c archsearch ");
    }
}
