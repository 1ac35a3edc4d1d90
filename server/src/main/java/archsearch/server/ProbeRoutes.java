package archsearch.server;

import archsearch.searcher.SearchEngine;
import io.javalin.http.Context;

/** Paths that machines ask: whether the server lives, whether it can answer, which version it is. */
final class ProbeRoutes {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final SearchEngine engine;

    ProbeRoutes(SearchEngine engine) {
        this.engine = engine;
    }

    void healthz(Context ctx) {
        ctx.header("Cache-Control", Exchange.NEVER).contentType(TEXT).result("ok\n");
    }

    /** Fails as a search would where there is nothing to search. */
    void readyz(Context ctx) {
        String generation = engine.index().generation();
        ctx.header("Cache-Control", Exchange.NEVER).contentType(TEXT).result("ready " + generation + "\n");
    }

    void version(Context ctx) {
        ctx.header("Cache-Control", Exchange.NEVER)
                .contentType("application/json; charset=utf-8")
                .result("{\"name\":\"archsearch\",\"version\":\"" + version() + "\"}");
    }

    /** The version that the jar was built as; {@code dev} where the classes do not come from a jar. */
    static String version() {
        String version = ProbeRoutes.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
