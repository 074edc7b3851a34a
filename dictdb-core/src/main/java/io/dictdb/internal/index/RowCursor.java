package io.dictdb.internal.index;

/** Visits row numbers in ascending order; starts at the first. */
public interface RowCursor {
    /** What {@link #row} is behind the last row. */
    int END = Integer.MAX_VALUE;

    int row();

    /** Moves to the following row and returns it. */
    int next();

    /** Moves to the first row that is not less, skipping the ones between, and returns it; never moves back. */
    int advance(int atLeast);
}
