package archsearch.server.admin;

import archsearch.indexer.Generation;
import archsearch.indexer.IndexJob;
import archsearch.indexer.dump.SingleArticle;
import archsearch.server.api.Json;
import archsearch.server.api.Problem.Kind;
import archsearch.server.metrics.MetricsSource;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries the calls out. Whoever gets here has sent the token. */
final class AdminRoutes {
    static final String DESCRIPTION = "admin-openapi.json";
    /** Longest body of a call, in bytes. */
    static final int MAX_BODY = 64 * 1024;
    /** Longest article: the longest summary, each character in three bytes, stays well below. */
    static final int MAX_ARTICLE = 256 * 1024;

    private static final String JSON = "application/json; charset=utf-8";
    private static final int MAX_DUMPS = 100;
    private static final List<String> REINDEX_FIELDS =
            List.of("dumps", "update", "strict", "maxRejects", "minShare", "force", "tags");
    private static final List<String> ROLLBACK_FIELDS = List.of("to");
    private static final Pattern GENERATION = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z(-\\d{1,18})?");

    private final Jobs jobs;
    private final JobEvents events;
    private final IndexWrites writes;
    private final AdminOptions options;
    private final DumpsFolder dumps;

    AdminRoutes(Jobs jobs, JobEvents events, IndexWrites writes, AdminOptions options) {
        this.jobs = jobs;
        this.events = events;
        this.writes = writes;
        this.options = options;
        this.dumps = new DumpsFolder(options.dumps());
    }

    void reindex(Context ctx) {
        JsonFields fields = JsonFields.of(CallBody.readIfAny(ctx, MAX_BODY), REINDEX_FIELDS);
        List<String> names = fields.texts("dumps", MAX_DUMPS);
        int percent = (int) fields.number("minShare", 0, 100, options.leastPercent());
        IndexJob what = IndexJob.of(dumps.dumps(names))
                .update(fields.flag("update"))
                .strict(fields.flag("strict"))
                .maxRejects(fields.number("maxRejects", 0, 999_999_999, options.maxRejects()))
                .leastPercent(fields.flag("force") ? 0 : percent)
                .tagDictionary(tagDictionary(fields.text("tags")))
                .build();
        Job job = jobs.start(what, names);
        AuditLog.changed(ctx, "job", job.id());
        ctx.header("Location", Jobs.path(job));
        send(ctx, 202, job.view(true));
    }

    private @Nullable Path tagDictionary(@Nullable String name) {
        return name == null ? options.tagDictionary() : dumps.file("tags", name);
    }

    void jobs(Context ctx) {
        send(
                ctx,
                200,
                new JobList(
                        jobs.newestFirst().stream().map(job -> job.view(false)).toList()));
    }

    private record JobList(List<JobJson> jobs) {}

    void job(Context ctx) {
        send(ctx, 200, jobOf(ctx).view(true));
    }

    void cancel(Context ctx) {
        Job job = jobOf(ctx);
        if (!job.cancel()) {
            throw new RefusedCallException(Kind.JOB_ENDED, "The job has ended already; see " + Jobs.path(job) + ".");
        }
        AuditLog.changed(ctx, "job", job.id());
        send(ctx, 202, job.view(true));
    }

    /** Keeps the request's thread until the job has ended or the listener has gone. */
    void events(Context ctx) throws IOException {
        Job job = jobOf(ctx);
        events.takePlace();
        try {
            eventHeaders(ctx);
            events.write(job, ctx.res().getOutputStream());
        } catch (InterruptedException e) {
            // The server ends.
            Thread.currentThread().interrupt();
        } finally {
            events.leavePlace();
        }
    }

    void eventsHead(Context ctx) {
        jobOf(ctx);
        eventHeaders(ctx);
    }

    private static void eventHeaders(Context ctx) {
        ctx.status(200).contentType("text/event-stream; charset=utf-8");
        // Proxies that gather answers would hold the events back.
        ctx.header("X-Accel-Buffering", "no");
        ctx.header("Connection", "close");
    }

    private Job jobOf(Context ctx) {
        String id = ctx.pathParam("id");
        return jobs.of(id)
                .orElseThrow(() -> new RefusedCallException(
                        Kind.NOT_FOUND,
                        "There is no job \"" + JsonFields.shown(id) + "\"; the last " + Jobs.MOST_KEPT
                                + " of this process are at /api/v1/admin/jobs."));
    }

    void rollback(Context ctx) {
        String to = JsonFields.of(CallBody.readIfAny(ctx, MAX_BODY), ROLLBACK_FIELDS)
                .text("to");
        if (to != null && !GENERATION.matcher(to).matches()) {
            throw RefusedCallException.badValue(
                    "to", "to must be the name of a generation such as 20260131T120000.000Z-1.");
        }
        IndexWrites.Switched switched = writes.rollback(to);
        Generation generation = switched.generation();
        AuditLog.changed(ctx, "generation", generation.name());
        send(
                ctx,
                200,
                new SwitchedJson(
                        generation.name(),
                        generation.articles(),
                        generation.committedAt().toString(),
                        switched.replaced()));
    }

    private record SwitchedJson(
            String generation,
            int articles,
            String committedAt,
            @Nullable String replaced) {}

    void put(Context ctx) {
        String id = ctx.pathParam("id");
        if (!SingleArticle.isId(id)) {
            throw RefusedCallException.badValue(
                    "id",
                    "No article can have this id: it must be 1 to 200 characters without control characters and"
                            + " spaces at its ends.");
        }
        switch (SingleArticle.read(CallBody.read(ctx, MAX_ARTICLE), id)) {
            case SingleArticle.UnknownField unknown -> throw JsonFields.unknown(unknown.name(), SingleArticle.FIELDS);
            case SingleArticle.Refused refused ->
                throw new RefusedCallException(
                        Kind.BAD_VALUE, refused.reason().word() + ": " + refused.detail(), refused.field(), null);
            case SingleArticle.Read read -> {
                IndexWrites.Written written = writes.put(read.article());
                answer(ctx, written.replaced() ? 200 : 201, id, written);
            }
        }
    }

    void delete(Context ctx) {
        String id = ctx.pathParam("id");
        IndexWrites.Written written = (SingleArticle.isId(id)
                        ? writes.delete(id)
                        : Optional.<IndexWrites.Written>empty())
                .orElseThrow(() -> new RefusedCallException(
                        Kind.NOT_FOUND, "There is no article with the id \"" + JsonFields.shown(id) + "\"."));
        answer(ctx, 200, id, written);
    }

    private static void answer(Context ctx, int status, String id, IndexWrites.Written written) {
        Generation generation = written.generation();
        AuditLog.changed(ctx, "article", id);
        AuditLog.changed(ctx, "generation", generation.name());
        send(
                ctx,
                status,
                new WrittenJson(
                        id,
                        generation.name(),
                        generation.articles(),
                        generation.committedAt().toString()));
    }

    private record WrittenJson(String id, String generation, int articles, String committedAt) {}

    void metrics(Context ctx) {
        MetricsSource metrics = options.metrics();
        if (metrics == null) {
            throw new RefusedCallException(Kind.NOT_FOUND, "There are no metrics here.");
        }
        ctx.contentType(metrics.contentType()).result(metrics.text());
    }

    void openApi(Context ctx) {
        ctx.contentType(JSON).result(description());
    }

    /** The description of this port. */
    static byte[] description() {
        try (InputStream in = AdminRoutes.class.getResourceAsStream(DESCRIPTION)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the jar is incomplete: archsearch/server/admin/" + DESCRIPTION + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Context ctx, int status, Object answer) {
        ctx.status(status).contentType(JSON).result(Json.write(answer));
    }
}
