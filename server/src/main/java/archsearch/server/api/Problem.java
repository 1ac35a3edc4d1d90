package archsearch.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, for programs (RFC 9457, {@code application/problem+json}) and for pages.
 *
 * @param kind the kind of problem
 * @param detail one or two sentences about this occurrence that say what to do; never from inside of the program
 * @param instance the path asked for
 * @param parameter the parameter at fault, or null
 * @param didYouMean the name most likely meant, or null
 * @param requestId the same as in the log and in {@code X-Request-Id}
 */
public record Problem(
        Kind kind,
        String detail,
        String instance,
        @Nullable String parameter,
        @Nullable String didYouMean,
        String requestId) {

    /** Kinds of problems. Each has a page of its own that explains it. */
    public enum Kind {
        UNKNOWN_PARAMETER("unknown-parameter", 400, "Unknown parameter"),
        UNKNOWN_FIELD("unknown-field", 400, "Unknown field"),
        BAD_VALUE("bad-value", 400, "Bad value"),
        BAD_REQUEST("bad-request", 400, "Unreadable request"),
        TOO_LARGE("too-large", 431, "Request too large"),
        UNAUTHORIZED("unauthorized", 401, "Token missing or wrong"),
        NOT_FOUND("not-found", 404, "Not found"),
        CURSOR_GONE("cursor-gone", 410, "Cursor gone"),
        METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
        BODY_TOO_LARGE("body-too-large", 413, "Body too large"),
        WRONG_MEDIA_TYPE("wrong-media-type", 415, "Wrong media type"),
        JOB_RUNNING("job-running", 409, "A job is running"),
        JOB_ENDED("job-ended", 409, "The job has ended"),
        GENERATION_REFUSED("generation-refused", 409, "Generation refused"),
        INDEX_LOCKED("index-locked", 423, "Another writer holds the index"),
        INDEX_UNWRITABLE("index-unwritable", 500, "Index cannot be written"),
        INDEX_UNAVAILABLE("index-unavailable", 503, "No index to search"),
        ENGINE_UNREACHABLE("engine-unreachable", 503, "Search engine unreachable"),
        TOO_BUSY("too-busy", 503, "Too many searches at once"),
        TOO_MANY_LISTENERS("too-many-listeners", 503, "Too many listeners"),
        TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
        INTERNAL_ERROR("internal-error", 500, "Internal error");

        private final String word;
        private final int status;
        private final String title;

        Kind(String word, int status, String title) {
            this.word = word;
            this.status = status;
            this.title = title;
        }

        /** The last segment of its page's path. */
        public String word() {
            return word;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** A short name in English, the same for every occurrence. */
        public String title() {
            return title;
        }
    }

    /** A problem that no parameter is to blame for. */
    public static Problem of(Kind kind, String detail, String instance, String requestId) {
        return new Problem(kind, detail, instance, null, null, requestId);
    }

    /** Writes the problem as one line of JSON. */
    public String toJson() {
        return Json.write(new View(
                "/problems/" + kind.word(),
                kind.title(),
                kind.status(),
                detail,
                instance,
                parameter,
                didYouMean,
                requestId));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record View(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            @Nullable String parameter,
            @Nullable String didYouMean,
            String requestId) {}
}
