package archsearch.server.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that runs without end stop cleanly, and with exit status 0, when the process is told to by Ctrl-C or SIGTERM:
 * a server that did as it was told has not failed, though Java would say 130 or 143.
 *
 * <p>Open it before everything that is to be closed, so that it is closed last.
 */
final class StopSignal implements AutoCloseable {
    /** Time for closing; longer than the server lets running requests end, shorter than supervisors wait before they kill. */
    private static final long PATIENCE_SECONDS = 9;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "stop");

    private StopSignal() {}

    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Waits until the process is told to stop. */
    void await() throws InterruptedException {
        told.await();
    }

    private void onShutdown() {
        told.countDown();
        try {
            if (closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitStatus.DONE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (told.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The signal came this very moment; the hook then finds everything closed.
                closed.countDown();
            }
        }
        closed.countDown();
    }
}
