package io.dictdb;

/** The kinds of index a field may have, one of each at most. */
public enum IndexType {
    /** Finds equal values in constant time: serves {@code eq}, {@code in} and {@code isNull}. */
    HASH,
    /** Keeps values in the total order: serves what HASH does, ranges, {@code startsWith}, LIKE with a literal prefix, and orderBy. */
    SORTED
}
