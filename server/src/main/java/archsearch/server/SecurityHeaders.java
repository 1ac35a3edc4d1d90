package archsearch.server;

import io.javalin.http.Context;
import java.util.Map;

/** Headers that every answer carries so that a browser does nothing with it that was not meant. */
public final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self' data:",
            "script-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    /** Names and values that do not depend on the request. */
    public static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy", "same-origin");

    private SecurityHeaders() {}

    static void set(Context ctx) {
        ALWAYS.forEach(ctx::header);
        ctx.header("Vary", "Accept-Encoding");
        if (ctx.path().startsWith("/api/")) {
            SearchLinks.ALWAYS.forEach(link -> ctx.res().addHeader("Link", link));
        }
    }
}
