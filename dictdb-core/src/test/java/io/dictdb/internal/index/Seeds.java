package io.dictdb.internal.index;

import java.util.Random;
import java.util.stream.LongStream;

/** Seeds of random tests: some that stay the same and one that is new each time; the name of a failed test tells which it was. */
final class Seeds {
    private Seeds() {}

    static LongStream few() {
        return LongStream.of(1, 2, 3, new Random().nextLong());
    }
}
