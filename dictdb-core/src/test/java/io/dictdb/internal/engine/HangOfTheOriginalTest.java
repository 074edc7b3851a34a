package io.dictdb.internal.engine;

import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.Table;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The schedule on which the original hangs: a writer is active, a reader comes, a second writer comes. There the reader waits for the first writer, the second
 * for the reader, and a wake-up is lost. Here the reader is answered while the first writer is in the middle of its work and holds its lock, the second waits for
 * that lock alone, and both get through; as does a reader that comes while the second waits.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HangOfTheOriginalTest {
    private final CountDownLatch active = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final DictDB db = Engine.create(step -> {
        if (step.equals("rewrite page") && active.getCount() > 0) {
            active.countDown();
            await(release);
        }
    });
    private final Table table = db.createTable("t");

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writerActiveReaderComesWriterComes() throws Exception {
        table.insert(Map.of("n", 0));
        Thread first = new Thread(() -> table.update(Map.of("n", 1), field("id").eq(1)));
        Thread second =
                new Thread(() -> table.update(Map.of("m", 2), field("id").eq(1)));
        first.start();
        await(active);
        assertThat(table.get(1).orElseThrow().getInt("n")).isZero();
        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(table.select(field("n").eq(0)).list()).hasSize(1);
        assertThat(db.snapshot().getTable("t").count()).isEqualTo(1);
        release.countDown();
        first.join();
        second.join();
        assertThat(table.get(1).orElseThrow()).containsEntry("n", 1L).containsEntry("m", 2L);
    }
}
