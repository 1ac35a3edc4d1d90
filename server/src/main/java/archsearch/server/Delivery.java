package archsearch.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The last step of every answer: sends none that the client holds already, and what is sent compressed where the client
 * allows it. An answer is whole in memory by then, so that its length is known and the answer to HEAD says the same as that to
 * GET.
 */
final class Delivery {
    /** Below this, an answer fits one packet either way. */
    static final int MIN_COMPRESSED_BYTES = 1_400;

    private static final List<String> COMPRESSIBLE = List.of("text/", "application/", "image/svg+xml");
    /** Longer lists of encodings are not written by clients. */
    private static final int MAX_HEADER_LENGTH = 1_000;

    private Delivery() {}

    static void finish(Context ctx) throws IOException {
        String tag = ctx.res().getHeader("ETag");
        boolean found = ctx.statusCode() == HttpStatus.OK.getCode();
        if (tag != null && found && EntityTag.isAmong(tag, ifNoneMatch(ctx))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        }
        if (ctx.statusCode() == HttpStatus.NOT_MODIFIED.getCode()
                || ctx.statusCode() == HttpStatus.NO_CONTENT.getCode()) {
            ctx.result(new byte[0]);
            ctx.res().setContentType(null);
            // Begun before its end is known, so that no length of 0 is stated for what is not sent (RFC 9110, section
            // 8.6).
            ctx.res().flushBuffer();
            return;
        }
        byte[] body = body(ctx);
        if (body.length >= MIN_COMPRESSED_BYTES
                && isCompressible(ctx.res().getContentType())
                && allowsGzip(ctx.header("Accept-Encoding"))) {
            body = gzip(body);
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.res().setContentLength(body.length);
        ctx.result(body);
    }

    /** The header's lines as one list, or null. */
    static @Nullable String ifNoneMatch(Context ctx) {
        Enumeration<String> lines = ctx.req().getHeaders("If-None-Match");
        if (!lines.hasMoreElements()) {
            return null;
        }
        StringJoiner list = new StringJoiner(",");
        lines.asIterator().forEachRemaining(list::add);
        return list.toString();
    }

    private static byte[] body(Context ctx) throws IOException {
        try (InputStream result = ctx.resultInputStream()) {
            return result == null ? new byte[0] : result.readAllBytes();
        }
    }

    private static boolean isCompressible(@Nullable String type) {
        return type != null && COMPRESSIBLE.stream().anyMatch(type::startsWith);
    }

    /** Whether a client takes gzip (RFC 9110, section 12.5.3): named, or meant by an asterisk, and not of weight zero. */
    static boolean allowsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || acceptEncoding.length() > MAX_HEADER_LENGTH) {
            return false;
        }
        Boolean named = null;
        boolean any = false;
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", 2);
            boolean wanted =
                    parts.length == 1 || !parts[1].replaceAll("\\s", "").matches("q=0(\\.0*)?");
            switch (parts[0].strip()) {
                case "gzip", "x-gzip" -> named = wanted;
                case "*" -> any = wanted;
                default -> {}
            }
        }
        return named != null ? named : any;
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }
}
