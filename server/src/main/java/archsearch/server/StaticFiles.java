package archsearch.server;

import archsearch.server.page.Assets;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The style sheet, the script and the icon, held in memory. */
final class StaticFiles {
    private final byte[] css = load("app.css");
    private final byte[] js = load("app.js");
    private final byte[] icon = load("favicon.svg");
    private final Assets assets = new Assets(address(css, ".css"), address(js, ".js"));

    /** The addresses of what every page loads. */
    Assets assets() {
        return assets;
    }

    void css(Context ctx) {
        sendForever(ctx, "text/css; charset=utf-8", css);
    }

    void js(Context ctx) {
        sendForever(ctx, "text/javascript; charset=utf-8", js);
    }

    void icon(Context ctx) {
        Exchange.sendFixed(ctx, "image/svg+xml", icon);
    }

    private static String address(byte[] content, String ending) {
        return "/static/app." + EntityTag.hash(content) + ending;
    }

    private static void sendForever(Context ctx, String contentType, byte[] content) {
        ctx.header("Cache-Control", Exchange.FOREVER).contentType(contentType).result(content);
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
