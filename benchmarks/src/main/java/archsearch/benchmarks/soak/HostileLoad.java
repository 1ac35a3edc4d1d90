package archsearch.benchmarks.soak;

import archsearch.indexer.article.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One who means harm, until told to end: sends {@link Attack}s, half requests, and requests that take their time. */
final class HostileLoad implements Callable<Void> {
    private static final List<Attack> ATTACKS = List.of(Attack.values());
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LONGEST_PAUSE = 60;
    private static final int HALF_ONE_IN = 15;
    private static final int SLOW_ONE_IN = 10;
    /** Slow clients at one time. */
    private static final int MOST_SLOW = 50;

    private static final int MILLIS_PER_BYTE = 200;
    private static final int SHOWN = 120;

    private final SoakServer server;
    private final SoakCounts counts;
    private final CountDownLatch end;
    private final ExecutorService slow;
    private final long clientTimeoutNanos;
    private final Words words;
    private final Semaphore slowClients = new Semaphore(MOST_SLOW);

    /**
     * @param slow runs slow clients, each in a thread of its own
     * @param clientTimeoutNanos how long the server bears one
     */
    HostileLoad(
            SoakServer server,
            SoakCounts counts,
            CountDownLatch end,
            ExecutorService slow,
            long clientTimeoutNanos,
            List<Article> articles,
            SplittableRandom random) {
        this.server = server;
        this.counts = counts;
        this.end = end;
        this.slow = slow;
        this.clientTimeoutNanos = clientTimeoutNanos;
        this.words = new Words(articles, random);
    }

    @Override
    public @Nullable Void call() throws InterruptedException {
        while (!end.await(words.number(LONGEST_PAUSE), TimeUnit.MILLISECONDS)) {
            ServerProcess at = server.running();
            if (at == null) {
                return null;
            }
            if (words.number(HALF_ONE_IN) == 0) {
                sendHalf(at);
            } else if (words.number(SLOW_ONE_IN) == 0) {
                byte[] request = Attack.HEAVY_ANSWER.request(words);
                boolean sends = words.number(2) == 0;
                if (slowClients.tryAcquire()) {
                    slow.execute(() -> beSlow(at, request, sends));
                }
            } else {
                attack(at, ATTACKS.get(words.number(ATTACKS.size())));
            }
        }
        return null;
    }

    private void attack(ServerProcess at, Attack attack) throws InterruptedException {
        byte[] request = attack.request(words);
        String what = attack.name().toLowerCase(Locale.ROOT) + " " + firstLine(request);
        long start = System.nanoTime();
        try (Socket socket = connect(at.base())) {
            socket.getOutputStream().write(request);
            Head head = Head.read(socket.getInputStream());
            long nanos = System.nanoTime() - start;
            Outcome outcome = head == null
                    ? Outcome.ofNone(at.isGone())
                    : Outcome.of(head.status(), head.retryAfter(), attack.statuses());
            counts.request(Load.HOSTILE, outcome, what + " -> " + (head == null ? "closed" : head.status()), nanos);
        } catch (IOException e) {
            Outcome outcome = attack.isTooLong() && !at.isGone() ? Outcome.ANSWERED : Outcome.ofNone(at.isGone());
            counts.request(Load.HOSTILE, outcome, what + " -> " + e, System.nanoTime() - start);
        }
    }

    private static String firstLine(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        String line = text.substring(0, Math.max(0, text.indexOf('\r')));
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "… (" + line.length() + " characters)";
    }

    private static Socket connect(URI base) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Goes in the middle of a request, or in the middle of its answer; there is nothing to be answered. */
    private void sendHalf(ServerProcess at) throws InterruptedException {
        byte[] request = Attack.HEAVY_ANSWER.request(words);
        try (Socket socket = connect(at.base())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(request, 0, words.oneOf("half", "all").equals("all") ? request.length : request.length / 2);
            counts.event("half requests");
        } catch (IOException e) {
            counts.request(Load.HOSTILE, Outcome.ofNone(at.isGone()), "half a request -> " + e, -1);
        }
    }

    private void beSlow(ServerProcess at, byte[] request, boolean sends) {
        try {
            if (sends) {
                sendSlowly(at, request);
            } else {
                takeSlowly(at, request);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            slowClients.release();
        }
    }

    /** Sends a byte now and then; has to be cut off. */
    private void sendSlowly(ServerProcess at, byte[] request) throws InterruptedException {
        long start = System.nanoTime();
        try (Socket socket = connect(at.base())) {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; System.nanoTime() - start < 4 * clientTimeoutNanos; i++) {
                // Never the last byte, so that it is never a whole request.
                out.write(request, Math.min(i, request.length / 2), 1);
                if (end.await(MILLIS_PER_BYTE, TimeUnit.MILLISECONDS) || at.isDoomed()) {
                    return;
                }
            }
            counts.fault("slow clients not cut off", "one that sends a byte every " + MILLIS_PER_BYTE + " ms");
        } catch (IOException e) {
            counts.event("slow clients cut off");
        }
    }

    /** Asks for much and takes nothing of it, then goes; costs the server a connection for so long. */
    private void takeSlowly(ServerProcess at, byte[] request) throws InterruptedException {
        try (Socket socket = connect(at.base())) {
            socket.getOutputStream().write(request);
            end.await(2 * clientTimeoutNanos, TimeUnit.NANOSECONDS);
            counts.event("slow readers");
        } catch (IOException e) {
            counts.request(Load.HOSTILE, Outcome.ofNone(at.isGone()), "a slow reader -> " + e, -1);
        }
    }

    /** Status and what matters of the head of an answer. */
    private record Head(int status, boolean retryAfter) {
        private static final int LONGEST = 64 * 1024;

        /** Reads an answer to its end; null where there is none. */
        static @Nullable Head read(InputStream in) throws IOException {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            byte[] buffer = new byte[16 * 1024];
            try {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (kept.size() < LONGEST) {
                        kept.write(buffer, 0, n);
                    }
                }
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // A server that answers before it has read all resets the connection; what came before that counts.
                if (kept.size() == 0) {
                    throw e;
                }
            }
            String text = kept.toString(StandardCharsets.ISO_8859_1);
            if (!text.startsWith("HTTP/1.") || text.length() < 12) {
                return null;
            }
            int end = text.indexOf("\r\n\r\n");
            String head = end < 0 ? text : text.substring(0, end);
            return new Head(
                    Integer.parseInt(text.substring(9, 12)),
                    head.toLowerCase(Locale.ROOT).contains("\r\nretry-after:"));
        }
    }
}
