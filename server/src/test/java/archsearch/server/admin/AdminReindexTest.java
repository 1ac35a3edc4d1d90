package archsearch.server.admin;

import static archsearch.server.admin.AdminSite.header;
import static archsearch.server.admin.AdminSite.json;
import static archsearch.server.admin.AdminSite.problem;
import static org.assertj.core.api.Assertions.assertThat;

import archsearch.indexer.ArticleWriter;
import archsearch.indexer.lucene.LuceneArticleIndex;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdminReindexTest {
    @TempDir
    Path folder;

    private AdminSite site;
    private GatedIndex gated;

    @BeforeEach
    void start() throws IOException {
        gated = new GatedIndex(new LuceneArticleIndex(folder.resolve("index")));
        site = new AdminSite(folder, index -> gated, options -> options);
        site.index(site.dump("old.jsonl", 3));
        Files.delete(site.dumps.resolve("old.jsonl"));
    }

    @AfterEach
    void stop() {
        gated.open();
        site.close();
    }

    @Test
    void reindex_namedDump_goesLiveAndReportsAsTheCommandDoes() throws IOException {
        gated.open();
        site.dump("new/a.jsonl", 10);
        site.dump("other.jsonl", 20);
        JsonNode job = site.ended(site.start("{\"dumps\":[\"new/a.jsonl\"]}"));
        assertThat(job.get("state").asString()).isEqualTo("done");
        assertThat(job.get("error").isNull()).isTrue();
        assertThat(job.get("records").asInt()).isEqualTo(10);
        assertThat(job.get("phase").asString()).isEqualTo("committing");
        JsonNode report = job.get("report");
        assertThat(report.propertyNames())
                .contains("read", "accepted", "rejected", "duplicates", "conflicts", "indexed", "generation", "tookMs");
        assertThat(report.get("generation").asString()).isEqualTo(site.live());
        assertThat(site.articles()).isEqualTo(10);
        JsonNode list = json(site.call("GET", "/api/v1/admin/jobs", null), 200).get("jobs");
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.get(0).get("id").asString()).isEqualTo(job.get("id").asString());
    }

    @Test
    void reindex_withoutBody_takesTheWholeFolderWithWhatIsRejectedReported() throws IOException {
        gated.open();
        site.dump("a.jsonl", 10);
        Files.writeString(site.dumps.resolve("b.jsonl"), "{\"title\":\"no publisher\",\"date\":\"2020-01-02\"}\n");
        JsonNode job = site.ended(site.startAll());
        assertThat(job.get("state").asString()).isEqualTo("done");
        assertThat(job.at("/report/rejected").asInt()).isEqualTo(1);
        assertThat(job.at("/report/rejects/0/reason").asString()).isEqualTo("missing-field");
        assertThat(site.articles()).isEqualTo(10);
    }

    @Test
    void reindex_rulesOfTheCall_areKept() throws IOException {
        gated.open();
        site.dump("one.jsonl", 1);
        Files.writeString(site.dumps.resolve("bad.jsonl"), "{\"title\":\"no publisher\"}\n");
        String before = site.live();
        JsonNode few = site.ended(site.start("{\"dumps\":[\"one.jsonl\"]}"));
        assertThat(few.get("state").asString()).isEqualTo("failed");
        assertThat(few.at("/error/reason").asString()).isEqualTo("refused");
        assertThat(few.at("/error/detail").asString()).contains("fewer than 50%");
        JsonNode strict = site.ended(site.start("{\"dumps\":[\"bad.jsonl\",\"one.jsonl\"],\"strict\":true}"));
        assertThat(strict.at("/error/reason").asString()).isEqualTo("refused");
        assertThat(strict.at("/report/rejected").asInt()).isEqualTo(1);
        JsonNode rejects = site.ended(site.start("{\"dumps\":[\"bad.jsonl\",\"one.jsonl\"],\"maxRejects\":0}"));
        assertThat(rejects.get("state").asString()).isEqualTo("failed");
        assertThat(site.live()).isEqualTo(before);
        JsonNode share = site.ended(site.start("{\"dumps\":[\"one.jsonl\"],\"minShare\":30}"));
        assertThat(share.get("state").asString()).isEqualTo("done");
        assertThat(site.articles()).isEqualTo(1);
        site.dump("three.jsonl", 3);
        assertThat(site.ended(site.start("{\"dumps\":[\"three.jsonl\"],\"update\":true}"))
                        .get("state")
                        .asString())
                .isEqualTo("done");
        assertThat(site.articles()).isEqualTo(3);
        assertThat(site.ended(site.start("{\"dumps\":[\"one.jsonl\"],\"force\":true}"))
                        .get("state")
                        .asString())
                .isEqualTo("done");
        assertThat(site.articles()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.jsonl",
                "x/../../outside.jsonl",
                "..",
                "/etc/passwd",
                "-",
                "",
                " ",
                "none.jsonl",
                "link.jsonl",
                "linked",
                "linked/outside.jsonl",
                "dangling.jsonl",
                "holder",
                "a\u0000b",
                "\u001B[2J"
            })
    void reindex_dumpThatIsNotInTheFolder_isNamedAndNothingMore(String name) throws IOException {
        Path outside = Files.createDirectories(folder.resolve("secret-place"));
        Files.writeString(outside.resolve("outside.jsonl"), "{}");
        Files.writeString(folder.resolve("outside.jsonl"), "{}");
        Files.createSymbolicLink(site.dumps.resolve("link.jsonl"), outside.resolve("outside.jsonl"));
        Files.createSymbolicLink(site.dumps.resolve("linked"), outside);
        Files.createSymbolicLink(site.dumps.resolve("dangling.jsonl"), outside.resolve("not-there"));
        Files.createDirectories(site.dumps.resolve("holder/deep"));
        Files.createSymbolicLink(site.dumps.resolve("holder/deep/l"), outside.resolve("outside.jsonl"));
        HttpResponse<String> answer = site.call(
                "POST",
                "/api/v1/admin/reindex",
                JsonMapper.shared().writeValueAsString(Map.of("dumps", List.of(name))));
        JsonNode problem = problem(answer, 400, "bad-value");
        assertThat(problem.get("parameter").asString()).isEqualTo("dumps");
        assertThat(problem.get("detail").asString()).contains('"' + name + '"');
        assertThat(answer.body()).doesNotContain("secret-place", folder.toString());
        assertThat(json(site.call("GET", "/api/v1/admin/jobs", null), 200)
                        .get("jobs")
                        .size())
                .isZero();
    }

    @Test
    void reindex_linkWithinTheFolder_isFollowed() throws IOException {
        gated.open();
        Path real = site.dump("real/a.jsonl", 5);
        Files.createSymbolicLink(site.dumps.resolve("latest"), real.getParent());
        assertThat(site.ended(site.start("{\"dumps\":[\"latest\"]}"))
                        .get("state")
                        .asString())
                .isEqualTo("done");
        assertThat(site.articles()).isEqualTo(5);
    }

    @Test
    void reindex_whileAJobRuns_isRefusedWithItsAddress() throws Exception {
        site.dump("a.jsonl", 10);
        String first = site.startAll();
        gated.awaitReached();
        HttpResponse<String> second = site.call("POST", "/api/v1/admin/reindex", null);
        assertThat(problem(second, 409, "job-running").get("detail").asString()).contains(first);
        assertThat(header(second, "Location")).isEqualTo(first);
        assertThat(json(site.call("GET", first, null), 200).get("state").asString())
                .isEqualTo("running");
        gated.open();
        assertThat(site.ended(first).get("state").asString()).isEqualTo("done");
        assertThat(site.ended(site.startAll()).get("state").asString()).isEqualTo("done");
    }

    @Test
    void cancel_ofARunningJob_leavesTheOldGenerationAndTheNextJobFree() throws Exception {
        String before = site.live();
        site.dump("a.jsonl", 10);
        String job = site.startAll();
        gated.awaitReached();
        try (AuditLines log = new AuditLines()) {
            JsonNode told = json(site.call("DELETE", job, null), 202);
            assertThat(told.get("state").asString()).isIn("cancelling", "cancelled");
            assertThat(log.calls().getFirst().fields())
                    .containsEntry("job", told.get("id").asString());
        }
        JsonNode ended = site.ended(job);
        assertThat(ended.get("state").asString()).isEqualTo("cancelled");
        assertThat(ended.get("error").isNull()).isTrue();
        assertThat(site.live()).isEqualTo(before);
        problem(site.call("DELETE", job, null), 409, "job-ended");
        gated.open();
        assertThat(site.ended(site.startAll()).get("state").asString()).isEqualTo("done");
        assertThat(site.articles()).isEqualTo(10);
    }

    @Test
    void reindex_whileAnotherWriterHoldsTheIndex_failsAsLocked() throws IOException {
        site.dump("a.jsonl", 10);
        String before = site.live();
        try (ArticleWriter other = site.index.openUpdate()) {
            assertThat(other).isNotNull();
            JsonNode job = site.ended(site.startAll());
            assertThat(job.get("state").asString()).isEqualTo("failed");
            assertThat(job.at("/error/reason").asString()).isEqualTo("locked");
            assertThat(job.at("/error/detail").asString()).contains("another writer");
        }
        assertThat(site.live()).isEqualTo(before);
    }

    @Test
    void jobs_moreThanAreKept_areForgottenFromTheOldest() throws IOException {
        gated.open();
        Files.writeString(site.dumps.resolve("empty.jsonl"), "");
        String first = site.start("{\"dumps\":[\"empty.jsonl\"]}");
        assertThat(site.ended(first).get("state").asString()).isEqualTo("failed");
        String last = first;
        for (int i = 0; i < Jobs.MOST_KEPT; i++) {
            last = site.start("{\"dumps\":[\"empty.jsonl\"]}");
            site.ended(last);
        }
        JsonNode list = json(site.call("GET", "/api/v1/admin/jobs", null), 200).get("jobs");
        assertThat(list.size()).isEqualTo(Jobs.MOST_KEPT);
        assertThat(last).endsWith(list.get(0).get("id").asString());
        problem(site.call("GET", first, null), 404, "not-found");
    }

    @Test
    void close_whileAJobRuns_cancelsItSoon() throws Exception {
        String before = site.live();
        site.dump("a.jsonl", 10);
        site.startAll();
        gated.awaitReached();
        long start = System.nanoTime();
        site.close();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(30);
        assertThat(site.live()).isEqualTo(before);
        site.index.openUpdate().close();
    }
}
