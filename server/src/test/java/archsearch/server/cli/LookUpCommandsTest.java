package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import archsearch.searcher.lucene.LuceneSearchEngine;
import archsearch.server.ArchsearchServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The commands that look things up, over the articles that ship; and that they say the same as the server. */
class LookUpCommandsTest {
    @TempDir
    static Path folder;

    private static final Path GLOSSARY = Path.of("../data/glossary.tsv").toAbsolutePath();

    private static String id = "";

    private record Run(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @BeforeAll
    static void index() {
        assertThat(run("index", Path.of("../data").toAbsolutePath().toString()).status())
                .isEqualTo(ExitStatus.DONE);
        id = run("search", "rocketmq", "--json").json().at("/hits/0/id").asString();
    }

    private static Run run(String... words) {
        return run(Map.of(), words);
    }

    private static Run run(Map<String, String> environment, String... words) {
        Screen screen = new Screen();
        int status = new Cli(screen.piped(), environment, folder, new LuceneEngines()).run(words);
        return new Run(status, screen.out(), screen.err());
    }

    @Test
    void article_byItsId_isPrintedWithWhatIsKnown() {
        Run article = run("article", id);
        assertThat(article.status()).isEqualTo(ExitStatus.DONE);
        assertThat(article.lines().getFirst()).contains("RocketMQ");
        assertThat(article.out()).contains("id " + id, "#", " likes");
        assertThat(article.err()).isEmpty();
    }

    @Test
    void similar_ofAnArticle_areOthersAboutTheSame() {
        Run similar = run("similar", id, "--size", "3");
        assertThat(similar.status()).isEqualTo(ExitStatus.DONE);
        assertThat(similar.lines().getFirst()).startsWith("1. ");
        assertThat(similar.lines().getLast()).matches("[1-3] articles? like " + id + " · .*");
        for (JsonNode hit : run("similar", id, "--json").json().get("hits")) {
            assertThat(hit.get("id").asString()).isNotEqualTo(id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "article ffffffffffffffff, no article has the id",
        "similar ffffffffffffffff, no article has the id",
        "article ffffffffffffffff --json, no article has the id",
        "facets tag zzqqzz, ''",
        "facets tag --prefix zzqqzz, ''",
        "suggest zzqqzz, ''"
    })
    void nothingFound_exitsWith1_andPrintsNoData(String line, String said) {
        Run run = run(line.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.NO_HITS);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(said);
    }

    @Test
    void unknownId_withControlCharacters_reachesTheTerminalWithoutThem() {
        assertThat(run("article", "\u001B[2J").err()).contains("no article").doesNotContain("\u001B");
    }

    @Test
    void facets_countWhatSearchesFind() {
        Run facets = run("facets", "publisher", "kafka");
        assertThat(facets.status()).isEqualTo(ExitStatus.DONE);
        assertThat(facets.lines()).isNotEmpty().allMatch(line -> line.matches("[ *] {1,6}[0-9]+ {2}\\S.*"));
        String first = facets.lines().getFirst();
        String publisher = first.substring(10);
        Run search = run("search", "kafka", "--publisher", publisher, "--json");
        assertThat(search.json().at("/total/value").asString())
                .isEqualTo(first.substring(1, 8).strip());
        assertThat(run("facets", "publisher", "kafka", "--publisher", publisher)
                        .lines()
                        .getFirst())
                .startsWith("*");
    }

    @Test
    void facets_sizeAndOrder_areFollowed() {
        Run two = run("facets", "tag", "--size", "2");
        assertThat(two.lines()).hasSize(2);
        assertThat(two.err()).matches("(?s)archsearch: [0-9]+ more; --size .*");
        Run all = run("facets", "tag", "--size", "10000", "--order", "name", "--prefix", "micro");
        assertThat(all.lines())
                .isNotEmpty()
                .allMatch(line -> line.toLowerCase(Locale.ROOT).contains("micro"));
        assertThat(all.err()).isEmpty();
    }

    @Test
    void suggest_anyScript_namesWhatThereIs() {
        Run suggest = run("suggest", "mic");
        assertThat(suggest.status()).isEqualTo(ExitStatus.DONE);
        assertThat(suggest.lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("(tag|publisher|term|title) +\\S.* \\([^)]+\\)"));
        assertThat(run("suggest", "").lines()).allMatch(line -> line.startsWith("tag "));
    }

    @Test
    void stats_tellWhatTheIndexHolds() {
        Run stats = run("stats");
        assertThat(stats.status()).isEqualTo(ExitStatus.DONE);
        JsonNode json = run("stats", "--json").json();
        assertThat(stats.lines().getFirst())
                .isEqualTo("articles    " + json.get("articles").asInt());
        assertThat(stats.out()).contains("languages   ", "en: ", "zh: ", " to ", "generation  ");
        int counted = 0;
        for (JsonNode language : json.get("languages")) {
            counted += language.get("count").asInt();
        }
        assertThat(counted).isEqualTo(json.get("articles").asInt());
    }

    @Test
    void stats_ofSearchesInVain_proposeLinesThatPreviewTakes() throws IOException {
        Path missed = folder.resolve("missed.jsonl");
        Files.writeString(missed, """
                {"day":"2026-02-01","q":"分布式锁定","filtered":false,"dropped":["锁定"]}
                {"day":"2026-02-03","q":"weifuwu jiagou","filtered":false,"dropped":[]}
                {"day":"2026-02-03","q":"Weifuwu Jiagou","filtered":false,"dropped":[]}
                {"day":"2026-02-04","q":"nothing at all\\u001b[2J","filtered":false,"dropped":[]}
                {"day":"2026-02-04","q":"kafka","filtered":true,"dropped":[]}
                """);
        Map<String, String> environment = Map.of(
                "ARCHSEARCH_ZERO_RESULTS", missed.toString(),
                "ARCHSEARCH_GLOSSARY", GLOSSARY.toString());

        Run stats = run(environment, "stats");
        assertThat(stats.out())
                .contains("in vain     5 searches since 2026-02-01, of 4 queries", "     2  Weifuwu Jiagou")
                .doesNotContain("\u001b");
        JsonNode zeroResults = run(environment, "stats", "--json").json().get("zeroResults");
        assertThat(zeroResults.get("searches").asInt()).isEqualTo(5);
        assertThat(zeroResults.at("/queries/0/count").asInt()).isEqualTo(2);

        Run proposals = run(environment, "stats", "--proposals");
        assertThat(proposals.lines())
                .anyMatch(line -> line.matches("微服务架构\t.*\\| ~Weifuwu Jiagou\tarchitecture"))
                .noneMatch(line -> line.contains("kafka"));
        Path changed = folder.resolve("changed.tsv");
        Files.writeString(changed, Files.readString(GLOSSARY) + "\n" + proposals.out());
        Run preview = run(environment, "glossary", "preview", changed.toString());
        assertThat(preview.status()).isEqualTo(ExitStatus.DONE);
        assertThat(preview.lines()).anyMatch(line -> line.matches("0 -> [1-9][0-9]*  Weifuwu Jiagou.*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "article ID             | /api/v1/articles/ID",
                "similar ID --size 3    | /api/v1/articles/ID/similar?size=3",
                "facets tag kafka --lang en --size 4 | /api/v1/facets/tag?q=kafka&lang=en&size=4",
                "suggest mic --size 4   | /api/v1/suggest?q=mic&size=4",
                "search kafka --group off --size 2 | /api/v1/search?q=kafka&group=off&size=2",
                "stats                  | /api/v1/stats"
            })
    void json_isThatOfTheServer(String line, String path) throws IOException, InterruptedException {
        Run run = run((line.strip().replace("ID", id) + " --json").split(" "));
        assertThat(run.lines()).hasSize(1);
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder.resolve("var/index"));
                ArchsearchServer server = ArchsearchServer.start(engine, "127.0.0.1", 0);
                HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + path.replace("ID", id));
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(steady(run.json())).isEqualTo(steady(JsonMapper.shared().readTree(answer.body())));
        }
    }

    /**
     * Without what differs from call to call, the version, which classes outside of a jar do not know, and what only the command
     * tells: what people searched for in vain is no business of the public.
     */
    private static JsonNode steady(JsonNode answer) {
        ((ObjectNode) answer).remove(List.of("tookMs", "version", "zeroResults"));
        return answer;
    }
}
