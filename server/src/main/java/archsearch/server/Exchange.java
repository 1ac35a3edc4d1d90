package archsearch.server;

import archsearch.searcher.IndexInfo;
import archsearch.searcher.SearchResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request and its answer: the id it has in the log, and the headers that say how long the answer holds. */
public final class Exchange {
    /** The header with the id of a request. */
    public static final String REQUEST_ID = "X-Request-Id";
    /** What a proxy may hand down; anything else could forge lines of a log. */
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static final String SHORT = "public, max-age=60";
    private static final String LONG = "public, max-age=86400";
    static final String FOREVER = "public, max-age=31536000, immutable";
    /** Of an answer that nobody may keep. */
    public static final String NEVER = "no-store";

    private Exchange() {}

    /** Gives the request its id: the one that a proxy sent, else a new one. */
    public static void begin(Context ctx) {
        String id = id(ctx.header(REQUEST_ID));
        ctx.attribute(REQUEST_ID, id);
        ctx.header(REQUEST_ID, id);
    }

    /** The id for a request that came with this id, or with null. */
    public static String id(@Nullable String given) {
        return given != null && SAFE_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    /** The id that the request was given. */
    public static String id(Context ctx) {
        String id = ctx.attribute(REQUEST_ID);
        return id == null ? "-" : id;
    }

    /** The query string, still percent-encoded, or null. */
    static @Nullable String query(Context ctx) {
        return ctx.req().getQueryString();
    }

    /**
     * Answers 304 where the client holds the version that would be sent.
     *
     * @param key everything that the answer depends on beside the index
     * @return whether the answer is complete
     */
    static boolean isNotModified(Context ctx, IndexInfo index, String key) {
        EntityTag tag = new EntityTag(index.generation() + index.glossary(), key);
        if (!tag.matches(Delivery.ifNoneMatch(ctx))) {
            return false;
        }
        keep(ctx, tag);
        ctx.status(304);
        return true;
    }

    /** Sets the headers of an answer that holds until the index changes. */
    static void keep(Context ctx, IndexInfo index, String key) {
        keep(ctx, new EntityTag(index.generation() + index.glossary(), key));
    }

    /** Sets the headers of a search's answer; a search that was cut short is not kept. */
    static void keep(Context ctx, SearchResponse response, String key) {
        keep(ctx, response.index(), key, response.partial());
    }

    /** The same for an answer of any kind. */
    static void keep(Context ctx, IndexInfo index, String key, boolean partial) {
        if (partial) {
            ctx.header("Cache-Control", NEVER);
        } else {
            keep(ctx, index, key);
        }
    }

    private static void keep(Context ctx, EntityTag tag) {
        ctx.header("ETag", tag.header());
        ctx.header("Cache-Control", SHORT);
    }

    /** Sets the headers of an answer that is the same until the program or its settings change, and sends it. */
    static void sendFixed(Context ctx, String contentType, byte[] content) {
        ctx.header("ETag", EntityTag.ofContent(content));
        ctx.header("Cache-Control", LONG);
        ctx.contentType(contentType).result(content);
    }

    /** Tells caches that the answer depends on a header of the request. */
    static void vary(Context ctx, String header) {
        String before = ctx.res().getHeader("Vary");
        if (before == null) {
            ctx.header("Vary", header);
        } else if (!List.of(before.split(", ", -1)).contains(header)) {
            ctx.header("Vary", before + ", " + header);
        }
    }

    /** Says how long search and rendering took, for the browser's developer tools. */
    static void timing(Context ctx, long searchNanos, long renderNanos) {
        ctx.header(
                "Server-Timing",
                String.format(Locale.ROOT, "search;dur=%.1f, render;dur=%.1f", searchNanos / 1e6, renderNanos / 1e6));
    }
}
