package archsearch.server;

import archsearch.server.api.Problem;
import archsearch.server.page.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiFunction;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers requests that are so malformed or so long that they reach no route, in the same form as every other failure. */
final class UnreadableRequests extends ErrorHandler {
    private final BiFunction<Reader, Problem, String> page;
    private final Listeners listeners;

    /**
     * @param page lays a problem out as HTML
     */
    UnreadableRequests(BiFunction<Reader, Problem, String> page, Listeners listeners) {
        this.page = page;
        this.listeners = listeners;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        String shown = path == null || path.length() > 200 ? "/" : path;
        String id = Exchange.id(header(request, Exchange.REQUEST_ID));
        Problem problem = problem(response.getStatus(), shown, id);
        boolean html = Failures.wantsPage(shown, header(request, "Accept"));
        String body =
                html ? page.apply(Reader.of(null, header(request, "Accept-Language")), problem) : problem.toJson();
        response.setStatus(problem.kind().status());
        SecurityHeaders.ALWAYS.forEach((name, value) -> response.getHeaders().put(name, value));
        if (CrossOrigin.isOpen(shown)) {
            CrossOrigin.ALWAYS.forEach((name, value) -> response.getHeaders().put(name, value));
        }
        response.getHeaders().put(Exchange.REQUEST_ID, id);
        response.getHeaders().put("Cache-Control", Exchange.NEVER);
        response.getHeaders().put("Content-Type", html ? "text/html; charset=utf-8" : Failures.PROBLEM_JSON);
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        listeners.answered(new AnsweredRequest(
                id,
                String.valueOf(request.getMethod()),
                AnsweredRequest.NO_ROUTE,
                shown,
                null,
                problem.kind().status(),
                problem.kind().word(),
                content.length,
                Duration.ofNanos(Math.max(0, System.nanoTime() - request.getBeginNanoTime())),
                Request.getRemoteAddr(request)));
        response.write(true, ByteBuffer.wrap(content), callback);
        return true;
    }

    private static @Nullable String header(Request request, String name) {
        HttpField field = request.getHeaders().getField(name);
        return field == null ? null : field.getValue();
    }

    private static Problem problem(int status, String path, String id) {
        return switch (status) {
            case 413, 414, 431 ->
                Problem.of(
                        Problem.Kind.TOO_LARGE,
                        "Address and headers together may be " + ArchsearchServer.MAX_HEADER_BYTES + " bytes long.",
                        path,
                        id);
            case 500 ->
                Problem.of(
                        Problem.Kind.INTERNAL_ERROR,
                        "Something went wrong on the server. The log has the cause.",
                        path,
                        id);
            default ->
                Problem.of(
                        Problem.Kind.BAD_REQUEST,
                        "The request is not valid HTTP, or its path is not percent-encoded UTF-8.",
                        path,
                        id);
        };
    }
}
