package archsearch.server;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A window of a browser with one page, which notes what a reader would never see. */
final class Window implements AutoCloseable {
    private static final String AXE = axe();
    static final double PATIENCE_MILLIS = 20_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final List<URI> requests = new ArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(message -> {
            // A broken Content-Security-Policy is told here, too.
            if (message.type().equals("error") || message.type().equals("warning")) {
                faults.add(message.type() + ": " + message.text());
            }
        });
        context.onWebError(error -> faults.add("script: " + error.error()));
        context.onDialog(dialog -> {
            faults.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onRequest(request -> requests.add(URI.create(request.url())));
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What went wrong behind the page: errors of scripts and loading, breaches of the policy, dialogs. */
    List<String> faults() {
        return faults;
    }

    /** The addresses asked for so far whose path is the given one. */
    List<URI> requests(String path) {
        return requests.stream().filter(uri -> uri.getPath().equals(path)).toList();
    }

    /** The hosts asked so far. */
    List<String> hosts() {
        return requests.stream().map(URI::getAuthority).distinct().toList();
    }

    /** What axe finds wrong with the page as it is now: the rule, and where. */
    List<String> violations() {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AXE);
        }
        Object found = page.evaluate("""
                async () => (await axe.run({ resultTypes: ['violations'] })).violations.flatMap(
                    rule => rule.nodes.map(node => `${rule.id} ${node.target}: ${node.failureSummary}`))""");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(Window.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
