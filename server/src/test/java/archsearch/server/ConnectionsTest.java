package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More connections than the server holds open at one time. */
@Timeout(60)
class ConnectionsTest {
    private static final int MOST = 3;
    private static final int MORE = 4;
    private static final int PATIENCE_MILLIS = 30_000;
    /** How long is looked whether an answer comes that must not come. */
    private static final int LOOK_MILLIS = 300;

    @Test
    void connection_moreThanAtOnce_waitsAndIsAnsweredWhenOneCloses() throws IOException {
        List<Socket> open = new ArrayList<>();
        List<Socket> waiting = new ArrayList<>();
        try (TestSite site = new TestSite(
                TestSite.articles(10),
                SiteAddress.ofRequests(),
                new HttpLimits(0, Set.of(), Duration.ofMinutes(1), MOST, System::nanoTime),
                engine -> engine)) {
            try {
                for (int i = 0; i < MOST; i++) {
                    open.add(ask(site, "keep-alive"));
                    assertThat(status(open.getLast())).isEqualTo("HTTP/1.1 200");
                }
                for (int i = 0; i < MORE; i++) {
                    waiting.add(ask(site, "close"));
                }
                Socket first = waiting.getFirst();
                first.setSoTimeout(LOOK_MILLIS);
                assertThatThrownBy(() -> status(first)).isInstanceOf(SocketTimeoutException.class);
                first.setSoTimeout(PATIENCE_MILLIS);

                open.removeFirst().close();
                for (Socket socket : waiting) {
                    assertThat(status(socket)).isEqualTo("HTTP/1.1 200");
                    socket.close();
                }
            } finally {
                for (Socket socket : open) {
                    socket.close();
                }
                for (Socket socket : waiting) {
                    socket.close();
                }
            }
        }
    }

    private static Socket ask(TestSite site, String connection) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream()
                .write(("HEAD /healthz HTTP/1.1\r\nHost: x\r\nConnection: " + connection + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
    }
}
