package archsearch.server.admin;

import archsearch.server.Exchange;
import archsearch.server.api.Problem;
import archsearch.server.api.Problem.Kind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what goes wrong with a call into {@code application/problem+json}. */
final class AdminFailures {
    static final String PROBLEM_JSON = "application/problem+json; charset=utf-8";
    private static final Logger LOG = LoggerFactory.getLogger(AdminFailures.class);
    private static final int MAX_PATH = 300;

    private AdminFailures() {}

    static void register(RoutesConfig routes) {
        routes.exception(RefusedCallException.class, (e, ctx) -> {
            e.headers().forEach(ctx::header);
            answer(
                    ctx,
                    new Problem(
                            e.kind(),
                            String.valueOf(e.getMessage()),
                            shown(ctx.path()),
                            e.parameter(),
                            e.didYouMean(),
                            Exchange.id(ctx)));
        });
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, ofHttp(e, ctx)));
        routes.exception(Exception.class, (e, ctx) -> answer(ctx, ofBug(e, ctx)));
    }

    private static Problem ofHttp(HttpResponseException e, Context ctx) {
        return switch (e.getStatus()) {
            case 404 -> problem(Kind.NOT_FOUND, "There is nothing at " + shown(ctx.path()) + ".", ctx);
            case 405 -> {
                String allowed = String.join(", ", e.getDetails().values());
                ctx.header("Allow", allowed);
                yield problem(Kind.METHOD_NOT_ALLOWED, "Only " + allowed + " is answered here.", ctx);
            }
            case 400 -> problem(Kind.BAD_REQUEST, "The request cannot be read.", ctx);
            default -> ofBug(e, ctx);
        };
    }

    private static Problem ofBug(Exception e, Context ctx) {
        LOG.error("{} {}", Exchange.id(ctx), ctx.req().getMethod(), e);
        return problem(
                Kind.INTERNAL_ERROR,
                "Something went wrong on the server. The log has the cause under the id of this request.",
                ctx);
    }

    private static Problem problem(Kind kind, String detail, Context ctx) {
        return Problem.of(kind, detail, shown(ctx.path()), Exchange.id(ctx));
    }

    private static void answer(Context ctx, Problem problem) {
        if (ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null) {
            // The body may not have been read, and is not taken for the next call.
            ctx.header("Connection", "close");
        }
        ctx.status(problem.kind().status()).contentType(PROBLEM_JSON).result(problem.toJson());
    }

    static String shown(String path) {
        return path.length() <= MAX_PATH ? path : path.substring(0, MAX_PATH) + "…";
    }
}
