package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/* The memo is as large as what is in it, whatever the indexes are. */
class MemoTest {
    private final Memo memo = new Memo();

    @Test
    void keepsWhatWasPut() {
        for (int i = 0; i < 10_000; i++) {
            memo.add("value " + i);
        }
        memo.put(20_000, null);
        assertThat(memo.get(9_999)).isEqualTo("value 9999");
        assertThat(memo.get(20_000)).isNull();
        assertThatThrownBy(() -> memo.get(20_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIndexFarAheadIsDamage() {
        memo.put(1_024, "as far as it goes");
        for (long index : new long[] {1_027, 1 << 20, 1L << 31, (1L << 32) + 1, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> memo.put(index, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the memo has no place " + index);
        }
    }

    @Test
    void anArrayThatCannotGrowIsDamage() {
        assertThat(Room.beyond(0)).isPositive();
        assertThat(Room.beyond(1_800_000_000)).isGreaterThan(1_800_000_000);
        assertThatThrownBy(() -> Room.beyond(Integer.MAX_VALUE - 8)).isInstanceOf(IllegalArgumentException.class);
    }
}
