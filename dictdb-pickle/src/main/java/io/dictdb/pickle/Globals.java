package io.dictdb.pickle;

import org.jspecify.annotations.Nullable;

/** What the names of one file stand for. */
final class Globals {
    private @Nullable Foreign first;

    /** The {@link Name} or the {@link Foreign} of two values that must be words. */
    Object of(@Nullable Object module, @Nullable Object name) {
        if (!(module instanceof String place && name instanceof String word)) {
            throw new IllegalArgumentException("it names something by what is no string");
        }
        Name known = Name.of(place, word);
        if (known != null) {
            return known;
        }
        Foreign made = new Foreign(place, word);
        first = first == null ? made : first;
        return made;
    }

    /** Refuses a file that has named what is no plain data, wherever that has gone. */
    void requireNoneForeign() {
        if (first != null) {
            throw new IllegalArgumentException(first.complaint());
        }
    }
}
