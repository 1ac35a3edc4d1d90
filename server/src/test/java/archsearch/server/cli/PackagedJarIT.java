package archsearch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the jar that ships, in processes of its own, over the data that ships. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PackagedJarIT {
    private static final String JAR = System.getProperty("archsearch.jar", "target/archsearch.jar");
    private static final String DATA = System.getProperty("archsearch.data", "../data");
    private static final long PATIENCE_SECONDS = 90;

    @TempDir
    Path folder;

    @Test
    void serve_withoutAnIndex_indexesTheDataAnswersAndEndsCleanly() throws Exception {
        Process serve = start("serve", "--data", DATA, "--bind", "127.0.0.1:0");
        try {
            String url = url(serve);
            assertThat(get(url + "readyz").statusCode()).isEqualTo(200);
            answersInEnglish(url);
            answersInChinese(url);
            assertThat(get(url + "api/v1/search?qq=kafka").statusCode()).isEqualTo(400);
            assertThat(get(url + "search?q=kafka").body()).contains("<mark>Kafka</mark>");
            PageWeight.assertLight(url);

            Run taken = run("serve", "--bind", URI.create(url).getAuthority());
            assertThat(taken.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(taken.err())
                    .startsWith("archsearch: ")
                    .contains(URI.create(url).getAuthority(), "in use", "--bind");
            assertThat(taken.err()).hasLineCount(1);

            // Through the handle, which unlike the process itself keeps the streams open.
            serve.toHandle().destroy();
            assertThat(serve.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(serve.exitValue()).isEqualTo(ExitStatus.DONE);
            assertThat(serve.errorReader(StandardCharsets.UTF_8).lines())
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("archsearch: "));
        } finally {
            serve.destroyForcibly();
        }
    }

    @Test
    void serve_withLogsForPrograms_writesJsonAloneAndKeepsWhatWasSearchedInVain() throws Exception {
        assertThat(run("index", DATA).status()).isEqualTo(ExitStatus.DONE);
        Process serve = start(
                "serve", "--bind", "127.0.0.1:0", "--log-format", "json", "--access-log", "on", "--slow-search", "1");
        List<JsonNode> entries;
        try {
            String url = url(serve);
            assertThat(get(url + "search?q=" + encoded("mainframe \u001b[2J\n{\"level\":\"forged\"}"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(url + "articles/none%0Aforged").statusCode()).isEqualTo(404);
            serve.toHandle().destroy();
            assertThat(serve.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            entries = serve.errorReader(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .toList();
        } finally {
            serve.destroyForcibly();
        }
        assertThat(entries)
                .allSatisfy(
                        entry -> assertThat(entry.propertyNames()).startsWith("time", "level", "logger", "message"));
        List<JsonNode> requests = entries.stream()
                .filter(entry -> entry.get("logger").asString().equals("archsearch.access"))
                .toList();
        assertThat(requests)
                .extracting(entry -> entry.get("route").asString()
                        + ' '
                        + entry.get("status").asInt())
                .containsExactly("/search 200", "/articles/{id} 404");
        assertThat(entries)
                .filteredOn(entry -> entry.get("logger").asString().equals("archsearch.slow"))
                .singleElement()
                .satisfies(slow -> assertThat(slow.get("requestId"))
                        .isEqualTo(requests.getFirst().get("requestId")));
        assertThat(folder.resolve("var/zero-results.jsonl"))
                .content()
                .hasLineCount(1)
                .contains("mainframe");
        assertThat(run("stats").out()).contains("in vain     1 searches", "mainframe");
    }

    @Test
    void jar_listsWhatItContains() throws Exception {
        try (JarFile jar = new JarFile(JAR)) {
            JsonNode sbom = JsonMapper.shared()
                    .readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));

            assertThat(sbom.get("bomFormat").asString()).isEqualTo("CycloneDX");
            assertThat(sbom.get("components"))
                    .extracting(library -> library.get("name").asString())
                    .contains("lucene-core", "javalin", "jetty-server", "jackson-databind", "indexer", "searcher")
                    .doesNotContain("junit-jupiter", "assertj-core", "playwright");
            assertThat(sbom.get("components"))
                    .filteredOn(library -> library.get("name").asString().equals("lucene-core"))
                    .singleElement()
                    .satisfies(lucene -> {
                        assertThat(lucene.get("version").asString()).matches("[0-9]+\\.[0-9.]+");
                        assertThat(lucene.get("purl").asString())
                                .startsWith("pkg:maven/org.apache.lucene/lucene-core@");
                        assertThat(lucene.get("hashes")).isNotEmpty();
                    });
        }
    }

    private static void answersInEnglish(String url) throws Exception {
        JsonNode answer = json(url + "api/v1/search?q=" + encoded("flash sale"));
        assertThat(answer.path("total").path("value").asInt()).isPositive();
        JsonNode best = answer.path("hits").get(0);
        assertThat(best.path("highlights").path("title").asString()).containsIgnoringCase("<mark>flash");
        assertThat(best.path("publisher").asString()).isNotEmpty();
        JsonNode tags = answer.path("facets").path("tag");
        assertThat(tags.isArray()).isTrue();
        assertThat(tags.get(0).path("count").asInt()).isPositive();
    }

    private static void answersInChinese(String url) throws Exception {
        JsonNode answer = json(url + "api/v1/search?lang=zh&q=" + encoded("架构"));
        assertThat(answer.path("total").path("value").asInt()).isPositive();
        assertThat(answer.path("hits").get(0).path("lang").asString()).isEqualTo("zh");
        assertThat(answer.path("hits").toString()).contains("<mark>架构</mark>");
    }

    @Test
    void indexAndSearch_throughTheirStatuses() throws Exception {
        Path good = Files.writeString(
                folder.resolve("good.jsonl"), "{\"title\":\"秒杀系统设计\",\"publisher\":\"p\",\"date\":\"2020-01-02\"}\n");
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"title\":\"no date\",\"publisher\":\"p\"}\n");

        assertThat(run("search", "秒杀").status()).isEqualTo(ExitStatus.FAILED);

        Run some = run("index", good.toString(), bad.toString(), "--json");
        assertThat(some.status()).isEqualTo(ExitStatus.REJECTED);
        JsonNode report = JsonMapper.shared().readTree(some.out());
        assertThat(report.path("read").asInt()).isEqualTo(2);
        assertThat(report.path("rejects").get(0).path("file").asString()).isEqualTo(bad.toString());

        Run all = run("index", good.toString(), "--json");
        assertThat(all.status()).isEqualTo(ExitStatus.DONE);
        assertThat(all.err()).isEmpty();

        Run hit = run("search", "秒杀", "--json");
        assertThat(hit.status()).isEqualTo(ExitStatus.DONE);
        assertThat(hit.err()).isEmpty();
        assertThat(JsonMapper.shared()
                        .readTree(hit.out())
                        .path("hits")
                        .get(0)
                        .path("title")
                        .asString())
                .isEqualTo("秒杀系统设计");
        assertThat(run("search", "秒杀").out()).startsWith("1. 秒杀系统设计\n");
        assertThat(run("search", "mainframe").status()).isEqualTo(ExitStatus.NO_HITS);
        assertThat(run("search", "--nonsense").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run("--version").out()).startsWith("archsearch ").contains("Java ");
    }

    @Test
    void exportAndCheck_overTheDataThatShips() throws Exception {
        assertThat(run("index", DATA).status()).isEqualTo(ExitStatus.DONE);
        Run check = run("check");
        assertThat(check.status()).isEqualTo(ExitStatus.DONE);
        assertThat(check.out()).contains(": sound\n");
        assertThat(check.err()).isEmpty();

        Path file = folder.resolve("articles.jsonl.zst");
        assertThat(run("export", "--to", file.toString()).status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("check", file.toString()).status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("index", file.toString(), "--index", "again").status()).isEqualTo(ExitStatus.DONE);
        Run first = run("export");
        assertThat(first.err()).isEmpty();
        assertThat(run("export", "--index", "again").out()).isEqualTo(first.out());
    }

    @Test
    void index_whileAnotherProcessWrites_exitsWith75() throws Exception {
        Process writer = start("index", "-");
        try {
            // It holds the index from before it reads its dump, which does not end until this test lets it.
            awaitLock(writer);
            Run second = run("index", "-");
            assertThat(second.status()).isEqualTo(ExitStatus.LOCKED);
            assertThat(second.err()).startsWith("archsearch: another writer holds the index");
        } finally {
            writer.destroyForcibly();
        }
    }

    private void awaitLock(Process writer) throws Exception {
        Path index = folder.resolve("var/index");
        for (long waited = 0; waited < PATIENCE_SECONDS * 1_000; waited += 20) {
            if (Files.isDirectory(index) && namesItsHolder(index, writer)) {
                return;
            }
            assertThat(writer.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        throw new AssertionError("the writer did not take the lock");
    }

    private static boolean namesItsHolder(Path index, Process writer) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains("process " + writer.pid() + " ")) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Run(int status, String out, String err) {}

    /** Runs a command to its end, with an empty standard input and an index in this test's own folder. */
    private Run run(String... words) throws Exception {
        Process process = start(words);
        try {
            process.getOutputStream().close();
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.errorReader()));
            String out = text(process.inputReader(StandardCharsets.UTF_8));
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Run(process.exitValue(), out, err.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(BufferedReader reader) {
        StringBuilder text = new StringBuilder();
        reader.lines().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private Process start(String... words) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        // No option that silences Java: the jar alone must keep the terminal clean.
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Dsun.jnu.encoding=UTF-8",
                "-Xmx256m",
                "-jar",
                Path.of(JAR).toAbsolutePath().toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ARCHSEARCH_") || name.startsWith("JAVA_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** Waits for the line with the address. */
    private static String url(Process serve) throws Exception {
        String line = CompletableFuture.supplyAsync(() -> {
                    try {
                        return String.valueOf(
                                serve.inputReader(StandardCharsets.UTF_8).readLine());
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(line).matches("archsearch answers at http://127\\.0\\.0\\.1:[0-9]+/");
        return line.substring(line.indexOf("http"));
    }

    private static HttpResponse<String> get(String url) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode json(String url) throws Exception {
        HttpResponse<String> response = get(url);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
