package io.dictdb.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyOrderTest {
    @ParameterizedTest
    @MethodSource("io.dictdb.internal.index.Seeds#few")
    void isAStableSort(long seed) {
        Random random = new Random(seed);
        for (long mask :
                new long[] {-1, 0, 1, 0xFF, 0xFFFF_FFFFL, 0xFF00_0000_0000_00FFL, Long.MIN_VALUE, 0x7FF << 11}) {
            long[] keys =
                    random.longs(random.nextInt(2_000)).map(key -> key & mask).toArray();
            Integer[] expected = IntStream.range(0, keys.length).boxed().toArray(Integer[]::new);
            long[] unsorted = keys.clone();
            Arrays.sort(expected, Comparator.comparingLong(i -> unsorted[i]));
            int[] order = KeyOrder.of(keys);
            assertThat(order).isEqualTo(Arrays.stream(expected).mapToInt(i -> i).toArray());
            Arrays.sort(unsorted);
            assertThat(keys).isEqualTo(unsorted);
        }
    }

    @Test
    void nothingAndWhatIsSortedStays() {
        assertThat(KeyOrder.of(new long[0])).isEmpty();
        assertThat(KeyOrder.of(new long[] {Long.MIN_VALUE, -1, -1, 0, Long.MAX_VALUE}))
                .containsExactly(0, 1, 2, 3, 4);
    }
}
