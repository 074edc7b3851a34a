package io.dictdb.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.examples.tour.Stopwatch.Timed;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private long now;
    private int runs;

    @Test
    void whatChangesSomethingRunsOnce() {
        Timed<Integer> timed = new Stopwatch(() -> now, 1_000).once(() -> lasting(7));
        assertThat(timed).isEqualTo(new Timed<>(1, 7L));
    }

    @Test
    void withoutPatienceAQueryRunsOnce() {
        assertThat(new Stopwatch(() -> now, 0).often(() -> lasting(7))).isEqualTo(new Timed<>(1, 7L));
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void theFirstAnswerCountsAndTheMedianTime() {
        Queue<Integer> durations = new ArrayDeque<>(List.of(900, 30, 10, 20, 1_000));
        Timed<Integer> timed = new Stopwatch(() -> now, 90).often(() -> lasting(durations.remove()));
        assertThat(timed).isEqualTo(new Timed<>(1, 30L));
        assertThat(durations).isEmpty();
    }

    @Test
    void aQuickQueryIsNotRepeatedForEver() {
        new Stopwatch(() -> now, 1_000_000).often(() -> lasting(1));
        assertThat(runs).isEqualTo(1_000);
    }

    private int lasting(long nanos) {
        now += nanos;
        return ++runs;
    }
}
