package archsearch.server;

import archsearch.searcher.CursorGoneException;
import archsearch.searcher.EngineBusyException;
import archsearch.searcher.EngineUnreachableException;
import archsearch.searcher.IndexUnavailableException;
import archsearch.searcher.InvalidRequestException;
import archsearch.searcher.SearchException;
import archsearch.server.api.Problem;
import archsearch.server.api.Problem.Kind;
import archsearch.server.url.MalformedQueryException;
import archsearch.server.url.UnknownParameterException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns failures into answers: a page for a browser, {@code application/problem+json} for a program. What is neither the
 * caller's nor the operator's fault is logged under the request's id, and the answer tells nothing but that id.
 */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    static final String PROBLEM_JSON = "application/problem+json; charset=utf-8";
    private static final String RETRY_SECONDS = "5";
    private static final String BUSY_SECONDS = "2";

    private final BiConsumer<Context, Problem> page;

    /**
     * @param page sends a problem as a page; sets body and content type, nothing else
     */
    Failures(BiConsumer<Context, Problem> page) {
        this.page = page;
    }

    void register(RoutesConfig routes) {
        routes.exception(SearchException.class, (e, ctx) -> answer(ctx, ofSearch(e, ctx)));
        routes.exception(UnknownParameterException.class, (e, ctx) -> answer(ctx, ofUnknownParameter(e, ctx)));
        routes.exception(MalformedQueryException.class, (e, ctx) -> answer(ctx, of(Kind.BAD_REQUEST, e, ctx)));
        routes.exception(NotFoundException.class, (e, ctx) -> answer(ctx, of(Kind.NOT_FOUND, e, ctx)));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, ofHttp(e, ctx)));
        routes.exception(Exception.class, (e, ctx) -> answer(ctx, ofBug(e, ctx)));
    }

    private static Problem ofSearch(SearchException failure, Context ctx) {
        return switch (failure) {
            case InvalidRequestException e ->
                new Problem(
                        Kind.BAD_VALUE,
                        String.valueOf(e.getMessage()),
                        ctx.path(),
                        e.parameter(),
                        null,
                        Exchange.id(ctx));
            case CursorGoneException e -> of(Kind.CURSOR_GONE, e, ctx);
            case IndexUnavailableException e -> {
                LOG.error("{} {}: {}", Exchange.id(ctx), ctx.path(), e.getMessage(), e);
                yield of(Kind.INDEX_UNAVAILABLE, e, ctx);
            }
            case EngineUnreachableException e -> {
                LOG.warn("{} {}: {}", Exchange.id(ctx), ctx.path(), e.getMessage(), e);
                yield of(Kind.ENGINE_UNREACHABLE, e, ctx);
            }
            // Not logged one by one: there may be thousands.
            case EngineBusyException e -> of(Kind.TOO_BUSY, e, ctx);
        };
    }

    private static Problem ofUnknownParameter(UnknownParameterException e, Context ctx) {
        return new Problem(
                Kind.UNKNOWN_PARAMETER,
                String.valueOf(e.getMessage()),
                ctx.path(),
                e.parameter(),
                e.nearest().orElse(null),
                Exchange.id(ctx));
    }

    private static Problem ofHttp(HttpResponseException e, Context ctx) {
        return switch (e.getStatus()) {
            case 404 -> problem(Kind.NOT_FOUND, "There is nothing at " + ctx.path() + ".", ctx);
            case 405 -> methodNotAllowed(ctx);
            case 400 -> problem(Kind.BAD_REQUEST, "The request cannot be read.", ctx);
            case 413 -> problem(Kind.TOO_LARGE, "The request has a body; none is read here.", ctx);
            default -> ofBug(e, ctx);
        };
    }

    /**
     * @param seconds when to ask again
     */
    void tooManyRequests(Context ctx, int seconds) {
        ctx.header("Retry-After", String.valueOf(seconds));
        answer(
                ctx,
                problem(
                        Kind.TOO_MANY_REQUESTS,
                        "More requests came from this address than are answered in a minute; ask again in " + seconds
                                + " s.",
                        ctx));
    }

    static Problem methodNotAllowed(Context ctx) {
        return problem(
                Kind.METHOD_NOT_ALLOWED,
                "Only GET and HEAD are answered here, not "
                        + ctx.method().name().toUpperCase(Locale.ROOT) + ".",
                ctx);
    }

    private static Problem ofBug(Exception e, Context ctx) {
        LOG.error("{} {} {}", Exchange.id(ctx), ctx.method().name(), ctx.path(), e);
        return problem(
                Kind.INTERNAL_ERROR,
                "Something went wrong on the server. The log has the cause under the id of this request.",
                ctx);
    }

    private static Problem of(Kind kind, Exception e, Context ctx) {
        return problem(kind, String.valueOf(e.getMessage()), ctx);
    }

    private static Problem problem(Kind kind, String detail, Context ctx) {
        return Problem.of(kind, detail, ctx.path(), Exchange.id(ctx));
    }

    void answer(Context ctx, Problem problem) {
        Listeners.note(ctx, problem.kind().word());
        ctx.status(problem.kind().status());
        ctx.header("Cache-Control", Exchange.NEVER);
        ctx.removeHeader("ETag");
        switch (problem.kind()) {
            case METHOD_NOT_ALLOWED ->
                ctx.header("Allow", CrossOrigin.isOpen(ctx.path()) ? "GET, HEAD, OPTIONS" : "GET, HEAD");
            case TOO_BUSY -> ctx.header("Retry-After", BUSY_SECONDS);
            case INDEX_UNAVAILABLE, ENGINE_UNREACHABLE -> ctx.header("Retry-After", RETRY_SECONDS);
            case UNKNOWN_PARAMETER,
                    BAD_VALUE,
                    BAD_REQUEST,
                    TOO_LARGE,
                    NOT_FOUND,
                    CURSOR_GONE,
                    TOO_MANY_REQUESTS,
                    INTERNAL_ERROR -> {}
        }
        if (wantsPage(ctx)) {
            page.accept(ctx, problem);
        } else {
            ctx.contentType(PROBLEM_JSON).result(problem.toJson());
        }
    }

    private static boolean wantsPage(Context ctx) {
        return wantsPage(ctx.path(), ctx.header("Accept"));
    }

    /** Whether a browser asks, and not a program. */
    static boolean wantsPage(String path, @Nullable String accept) {
        return !path.startsWith("/api/")
                && (accept == null || accept.contains("text/html") || !accept.contains("json"));
    }
}
