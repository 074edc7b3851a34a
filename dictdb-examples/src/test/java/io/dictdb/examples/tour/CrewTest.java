package io.dictdb.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void allAreAtWorkAtTheSameTimeAndAreWaitedFor() {
        Set<Integer> numbers = new ConcurrentSkipListSet<>();
        CountDownLatch together = new CountDownLatch(4);
        new Crew(4, number -> {
                    together.countDown();
                    while (together.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    numbers.add(number);
                })
                .run();
        assertThat(numbers).containsExactly(0, 1, 2, 3);
    }

    @Test
    void whatOneThrowsReachesTheCaller() {
        Crew crew = new Crew(2, number -> {
            if (number == 1) {
                throw new IllegalStateException("one is enough");
            }
        });
        assertThatThrownBy(crew::run).isInstanceOf(IllegalStateException.class).hasMessage("one is enough");
    }
}
