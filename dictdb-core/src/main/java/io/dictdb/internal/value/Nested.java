package io.dictdb.internal.value;

import org.jspecify.annotations.Nullable;

/** A frozen list or map; knows how deep it is, so that putting it into another need not walk it. */
interface Nested {
    int depth();

    static int depthOf(@Nullable Object[] parts) {
        int depth = 0;
        for (Object part : parts) {
            depth = Math.max(depth, depthOf(part));
        }
        return depth + 1;
    }

    /** Asks for the classes: whether an object has an interface costs much more, and every value of every record is asked. */
    private static int depthOf(@Nullable Object part) {
        if (part instanceof FrozenMap map) {
            return map.depth();
        }
        return part instanceof FrozenList list ? list.depth() : 0;
    }
}
