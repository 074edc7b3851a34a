package io.dictdb.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.backup.BackupFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/* Stamps only grow, whatever the clock does and whatever is there. */
class StampsTest {
    @Test
    void theyGrow() {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("StampsTest: again with -Ddictdb.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            Timeline time = new Timeline();
            Stamps stamps = new Stamps();
            List<BackupFile> there = new ArrayList<>();
            long last = -1;
            for (int j = 0; j < 100; j++) {
                time.set(Duration.ofNanos((long) (random.nextGaussian() * Math.pow(10, random.nextInt(18)))));
                long next = stamps.next(time.instant(), random.nextBoolean() ? there : List.of());
                assertThat(next).isGreaterThan(last);
                there.add(file(next));
                last = next;
            }
        }
    }

    @Test
    void aManagerThatComesLaterIsBehindWhatIsThere() {
        Instant still = Instant.ofEpochSecond(5);
        assertThat(new Stamps().next(still, List.of())).isEqualTo(5_000_000);
        assertThat(new Stamps().next(still, List.of(file(5_000_000)))).isEqualTo(5_000_001);
        assertThat(new Stamps().next(still, List.of(file(9_000_000)))).isEqualTo(9_000_001);
    }

    @Test
    void beforeNineteenSeventy() {
        assertThat(new Stamps().next(Instant.ofEpochSecond(-5), List.of())).isZero();
    }

    private static BackupFile file(long micros) {
        Instant at = Instant.EPOCH.plus(Duration.ofNanos(micros * 1000));
        return new BackupFile(Path.of("any"), BackupFile.Kind.FULL, at, 1);
    }
}
