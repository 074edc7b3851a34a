package io.dictdb.pickle;

/**
 * Stands for a value beyond a limit, which has been passed over: only where it turns up in a record can be said whose it is.
 *
 * @param words what it is
 */
record Oversized(String words) {
    @Override
    public String toString() {
        return words;
    }
}
