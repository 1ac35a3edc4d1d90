package archsearch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that take their time, on a server that gives them little. */
@Timeout(60)
class SlowClientsTest {
    private static final Duration BOUND = Duration.ofMillis(600);
    /** A machine that is busy may come late to it. */
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(15);

    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite(
                TestSite.articles(10),
                SiteAddress.ofRequests(),
                new HttpLimits(0, Set.of(), BOUND, 100, System::nanoTime),
                engine -> engine);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket();
        // Little room for what is not read.
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.server.port()));
        socket.setSoTimeout((int) CLOSED_WITHIN.toMillis());
        return socket;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Reads until the server closes; fails with a timeout where it does not. */
    private static long readAll(Socket socket) throws IOException {
        long read = 0;
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read += n;
            }
        } catch (SocketException e) {
            // A reset is an end, too.
            return read;
        }
        return read;
    }

    @Test
    void client_halfARequestLine_isCutOff() throws IOException {
        try (Socket socket = connect()) {
            long start = System.nanoTime();
            socket.getOutputStream().write(bytes("GET /sear"));
            readAll(socket);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(BOUND.dividedBy(2), CLOSED_WITHIN);
        }
    }

    @Test
    void client_aByteNowAndThen_isCutOffThoughNeverIdle() throws IOException, InterruptedException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes("GET / HTTP/1.1\r\nHost: x\r\nX-Long: "));
            long start = System.nanoTime();
            boolean open = true;
            while (open && System.nanoTime() - start < CLOSED_WITHIN.toNanos()) {
                try {
                    out.write('a');
                    Thread.sleep(BOUND.toMillis() / 12);
                } catch (SocketException e) {
                    open = false;
                }
            }
            assertThat(open).isFalse();
        }
    }

    @Test
    void client_thatTakesNoAnswer_isCutOff() throws IOException, InterruptedException {
        int requests = 400;
        long whole = site.get("/openapi.json").body().length;
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes("GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".repeat(requests)));
            Thread.sleep(BOUND.multipliedBy(4).toMillis());
            assertThat(readAll(socket)).isLessThan(requests * whole);
        }
    }

    @Test
    void client_thatGoesOnAsking_isKept() throws IOException, InterruptedException {
        try (Socket socket = connect()) {
            InputStream in = socket.getInputStream();
            for (int i = 0; i < 6; i++) {
                socket.getOutputStream().write(bytes("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n"));
                assertThat(new String(in.readNBytes(12), StandardCharsets.ISO_8859_1))
                        .isEqualTo("HTTP/1.1 200");
                String rest = "";
                while (!rest.endsWith("\r\n\r\n")) {
                    rest += (char) in.read();
                }
                Thread.sleep(BOUND.toMillis() / 4);
            }
        }
    }

    @Test
    void client_whoseAnswerTakesTheServerLong_isKept() {
        CountDownLatch never = new CountDownLatch(1);
        site.engine.beforeSearch = () -> {
            try {
                never.await(5 * BOUND.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try {
            assertThat(site.get("/api/v1/search?q=flash").statusCode()).isEqualTo(200);
        } finally {
            site.engine.beforeSearch = () -> {};
        }
    }
}
