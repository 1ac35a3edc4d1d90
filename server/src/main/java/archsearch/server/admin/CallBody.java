package archsearch.server.admin;

import archsearch.server.api.Problem.Kind;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that a call brings along, up to a bound of bytes and of time. */
final class CallBody {
    /** Of a body that is too long this much is read to no end: a client that is still sending may not see the answer otherwise. */
    private static final int DRAINED = 1 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private CallBody() {}

    /**
     * The body's bytes.
     *
     * @param most longest body in bytes
     * @throws RefusedCallException if it is no JSON by its header, too long, or does not arrive
     */
    static byte[] read(Context ctx, int most) {
        byte[] body = bytes(ctx, most);
        if (!isJson(ctx.header("Content-Type")) || ctx.header("Content-Encoding") != null) {
            throw new RefusedCallException(
                    Kind.WRONG_MEDIA_TYPE, "Send the body as it is, in JSON, with 'Content-Type: application/json'.");
        }
        return body;
    }

    /** The same, or null where there is no body. */
    static byte @Nullable [] readIfAny(Context ctx, int most) {
        boolean chunked = ctx.header("Transfer-Encoding") != null;
        if (ctx.req().getContentLengthLong() <= 0 && !chunked) {
            return null;
        }
        byte[] body = read(ctx, most);
        return body.length == 0 ? null : body;
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null || contentType.length() > 200) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        boolean utf8 = true;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replace("\"", "").strip();
            utf8 &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
        }
        return utf8 && parts[0].strip().equals("application/json");
    }

    private static byte[] bytes(Context ctx, int most) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] block = new byte[8_192];
        long count = 0;
        try (InputStream in = ctx.req().getInputStream()) {
            if (ctx.req().getContentLengthLong() > most + DRAINED) {
                throw tooLarge(most);
            }
            for (int got = in.read(block); got >= 0; got = in.read(block)) {
                count += got;
                if (count <= most) {
                    body.write(block, 0, got);
                } else if (count > most + DRAINED) {
                    throw tooLarge(most);
                }
                if (System.nanoTime() > end) {
                    throw new RefusedCallException(
                            Kind.BAD_REQUEST, "The body did not arrive within " + PATIENCE.toSeconds() + " s.");
                }
            }
        } catch (IOException e) {
            throw new RefusedCallException(Kind.BAD_REQUEST, "The body broke off before its end.");
        }
        if (count > most) {
            throw tooLarge(most);
        }
        return body.toByteArray();
    }

    private static RefusedCallException tooLarge(int most) {
        return new RefusedCallException(Kind.BODY_TOO_LARGE, "The body may be " + most + " bytes long here.")
                .with("Connection", "close");
    }
}
