package archsearch.server.admin;

import archsearch.server.Exchange;
import archsearch.server.SecurityHeaders;
import archsearch.server.api.Problem;
import archsearch.server.api.Problem.Kind;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers calls that are so malformed or so long that they reach no route. Nothing of them is shown but the path. */
final class UnreadableCalls extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = String.valueOf(request.getHttpURI().getPath());
        HttpField given = request.getHeaders().getField(Exchange.REQUEST_ID);
        String id = Exchange.id(given == null ? null : given.getValue());
        Problem problem = Problem.of(kind(response.getStatus()), detail(response.getStatus()), "/", id);
        response.setStatus(problem.kind().status());
        SecurityHeaders.ALWAYS.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(Exchange.REQUEST_ID, id);
        response.getHeaders().put("Cache-Control", Exchange.NEVER);
        // What follows on the connection may be the rest of it.
        response.getHeaders().put("Connection", "close");
        response.getHeaders().put("Content-Type", AdminFailures.PROBLEM_JSON);
        AuditLog.event(
                        id,
                        client(request),
                        request.getMethod(),
                        path,
                        problem.kind().status(),
                        0)
                .log();
        response.write(true, ByteBuffer.wrap(problem.toJson().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private static String client(Request request) {
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        return remote instanceof InetSocketAddress address && address.getAddress() != null
                ? address.getAddress().getHostAddress()
                : "unknown";
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 413, 414, 431 -> Kind.TOO_LARGE;
            case 500 -> Kind.INTERNAL_ERROR;
            default -> Kind.BAD_REQUEST;
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 413, 414, 431 -> "Address and headers are longer than this server reads.";
            case 500 -> "Something went wrong on the server. The log has the cause.";
            default -> "The request is not valid HTTP, or its path is not percent-encoded UTF-8.";
        };
    }
}
