package io.dictdb.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/* A guess where a number stands saves steps and never leads astray: what the JDK's search finds. */
class ValueArrayTest {
    private static final long[] EXTREME = {
        Long.MIN_VALUE, Long.MIN_VALUE + 1, -(1L << 62), -1, 0, 1, 1L << 62, Long.MAX_VALUE - 1, Long.MAX_VALUE
    };

    private final long seed = Long.getLong("dictdb.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    private long[] sorted(int size, IntToLongFunction values) {
        return IntStream.range(0, size).mapToLong(values).sorted().distinct().toArray();
    }

    private long[] numbers() {
        int size = random.nextInt(65);
        long first = random.nextLong();
        long step = random.nextLong() >>> random.nextInt(64);
        return switch (random.nextInt(5)) {
            case 0 -> sorted(size, i -> i + 7L);
            case 1 -> sorted(size, i -> first + i * step);
            case 2 -> sorted(size, i -> random.nextLong());
            case 3 -> sorted(size, i -> random.nextLong(200));
            default -> sorted(size, i -> EXTREME[random.nextInt(EXTREME.length)]);
        };
    }

    @Test
    void whatTheJdkFinds() {
        System.out.println("ValueArrayTest: again with -Ddictdb.seed=" + seed);
        for (int round = 0; round < 20_000; round++) {
            long[] numbers = numbers();
            int from = random.nextInt(2) == 0 ? 0 : Math.min(1, numbers.length);
            for (int i = 0; i < 20; i++) {
                long near = numbers.length == 0 ? 0 : numbers[random.nextInt(numbers.length)] + random.nextInt(3) - 1;
                long wanted = random.nextInt(5) == 0 ? EXTREME[random.nextInt(EXTREME.length)] : near;
                assertThat(ValueArray.search(numbers, from, numbers.length, wanted))
                        .as("%s in %s", wanted, Arrays.toString(numbers))
                        .isEqualTo(Arrays.binarySearch(numbers, from, numbers.length, wanted));
            }
        }
    }
}
