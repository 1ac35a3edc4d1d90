package archsearch.server;

import io.javalin.http.Context;

/** Headers that every answer carries so that a browser does nothing with it that was not meant. */
final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self' data:",
            "script-src 'none'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private SecurityHeaders() {}

    static void set(Context ctx) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "strict-origin-when-cross-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Vary", "Accept-Encoding");
        if (ctx.path().startsWith("/api/")) {
            ctx.header("Access-Control-Allow-Origin", "*");
            ctx.header("Access-Control-Expose-Headers", "ETag, X-Request-Id, Server-Timing, Retry-After");
        }
    }
}
