package io.dictdb.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/* One of n DEBUG events passes, and all others. */
class SamplingTest {
    private static final int EVENTS = 10_000;
    private static final List<Level> LEVELS = List.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG);

    private final List<LogEvent> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        Logging.addSink(
                line -> {
                    // the filter has seen it
                },
                Level.TRACE,
                event -> told.add(event));
    }

    @AfterEach
    void reset() {
        Logging.reset();
    }

    private static void every(int n) {
        Logging.configureLogging().console(false).sampleDebugEvery(n).apply();
    }

    private void debug(int from, int to) {
        for (int i = from; i < to; i++) {
            int n = i;
            Told.at(Level.DEBUG, "fine", event -> event.addKeyValue("n", n));
        }
    }

    @Test
    void oneThreadsEventsAreThinnedExactly() {
        every(100);
        debug(0, EVENTS);
        assertThat(told).hasSize(EVENTS / 100);
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i).values()).containsEntry("n", i * 100);
        }
    }

    @Test
    void soAreThoseOfManyThreads() {
        every(100);
        Threads.run(8, thread -> debug(thread * EVENTS / 8, (thread + 1) * EVENTS / 8));
        assertThat(told).hasSize(EVENTS / 100);
    }

    @Test
    void otherLevelsAreNotTouched() {
        every(100);
        for (int i = 0; i < 1_000; i++) {
            for (Level level : LEVELS) {
                Told.at(level, "event");
            }
        }
        for (Level level : LEVELS) {
            assertThat(told).filteredOn(event -> event.level() == level).hasSize(level == Level.DEBUG ? 10 : 1_000);
        }
    }

    @Test
    void allPassUnlessItIsAskedFor() {
        debug(0, 1_000);
        every(1);
        debug(0, 1_000);
        every(7);
        Logging.configureLogging().console(false).apply();
        debug(0, 1_000);
        assertThat(told).hasSize(3_000);
    }
}
