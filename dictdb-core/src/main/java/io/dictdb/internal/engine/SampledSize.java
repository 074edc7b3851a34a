package io.dictdb.internal.engine;

import io.dictdb.internal.value.ShapedMap;

/** About how many bytes records take: some of them are measured. */
final class SampledSize {
    private final PlainSize sizes = new PlainSize();
    private final int every;
    private int count;
    private long sum;

    /** @param every one in so many is measured, the first of all among them */
    SampledSize(int every) {
        this.every = every;
    }

    void add(ShapedMap record) {
        if (count++ % every == 0) {
            sum += every * sizes.of(record);
        }
    }

    /** Of all since it was cleared. */
    long sum() {
        return sum;
    }

    void clear() {
        sum = 0;
    }
}
