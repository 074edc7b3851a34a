package io.dictdb.testkit.history;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** One step of a transaction: an append to the list of a key, or a read of the whole list. */
public sealed interface Op {
    /**
     * Which list.
     *
     * @return the key
     */
    long key();

    /**
     * An append.
     *
     * @param key which list
     * @param value what is appended; no other append to this key may have it
     * @return the step
     */
    static Append append(long key, long value) {
        return new Append(key, value);
    }

    /**
     * A read.
     *
     * @param key which list
     * @param observed what was seen; nothing while it is yet to be done
     * @return the step
     */
    static Read read(long key, long... observed) {
        return new Read(key, LongStream.of(observed).boxed().toList());
    }

    /**
     * A value goes to the end of a list.
     *
     * @param key which list
     * @param value unique in it
     */
    record Append(long key, long value) implements Op {
        @Override
        public String toString() {
            return "append(" + key + ", " + value + ")";
        }
    }

    /**
     * A list is seen as a whole.
     *
     * @param key which list
     * @param observed its values, the oldest first
     */
    record Read(long key, List<Long> observed) implements Op {
        private static final int SHOWN = 12;

        /** Copies the list. */
        public Read {
            observed = List.copyOf(observed);
        }

        /** Of a long list only its end. */
        @Override
        public String toString() {
            int hidden = Math.max(0, observed.size() - SHOWN);
            return observed.stream()
                    .skip(hidden)
                    .map(String::valueOf)
                    .collect(Collectors.joining(
                            " ", "read(" + key + ", [" + (hidden == 0 ? "" : hidden + " more, then "), "])"));
        }
    }
}
