package archsearch.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The style sheet and the icon, held in memory. The style sheet's name changes with its content, so browsers keep it. */
final class StaticFiles {
    private final byte[] css = load("app.css");
    private final byte[] icon = load("favicon.svg");
    private final String stylesheet = "/static/app." + EntityTag.hash(css) + ".css";

    /** The address of the style sheet. */
    String stylesheet() {
        return stylesheet;
    }

    void css(Context ctx) {
        ctx.header("Cache-Control", Exchange.FOREVER)
                .contentType("text/css; charset=utf-8")
                .result(css);
    }

    void icon(Context ctx) {
        Exchange.sendFixed(ctx, "image/svg+xml", icon);
    }

    private static byte[] load(String name) {
        try (InputStream in = StaticFiles.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the jar is incomplete: archsearch/server/page/" + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
