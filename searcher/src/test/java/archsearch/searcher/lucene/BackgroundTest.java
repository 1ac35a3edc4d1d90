package archsearch.searcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundTest {
    private final Background background = new Background();

    @Test
    void await_workAtHand_waitsForItsEnd() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch free = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            background.start("work", () -> {
                begun.countDown();
                try {
                    free.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                ended.incrementAndGet();
            });
        }
        begun.await();
        Thread.ofPlatform().start(free::countDown);

        background.await();

        assertThat(ended).hasValue(2);
    }

    @Test
    void await_nothingAtHand_returns() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        background.start("work", begun::countDown);
        begun.await();

        background.await();
        background.await();

        assertThat(begun.getCount()).isZero();
    }
}
