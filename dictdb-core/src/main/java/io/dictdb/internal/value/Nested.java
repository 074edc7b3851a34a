package io.dictdb.internal.value;

import org.jspecify.annotations.Nullable;

/** A frozen list or map; knows how deep it is, so that putting it into another need not walk it. */
interface Nested {
    int depth();

    static int depthOf(@Nullable Object[] parts) {
        int depth = 0;
        for (Object part : parts) {
            depth = part instanceof Nested nested ? Math.max(depth, nested.depth()) : depth;
        }
        return depth + 1;
    }
}
