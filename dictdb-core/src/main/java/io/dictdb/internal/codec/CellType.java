package io.dictdb.internal.codec;

import org.jspecify.annotations.Nullable;

/** How the text of a column's cells becomes values. */
interface CellType {
    /** Stands for the value of a cell whose text is not of the type. */
    Object MISFIT = new Object();

    /** The value in the form of the inside, null for none, or {@link #MISFIT}. */
    @Nullable
    Object read(char[] chars, int offset, int length);

    /** The value of a cell that holds nothing but its quotes. */
    default @Nullable Object emptyQuotes() {
        return missing(true);
    }

    /**
     * The value of a cell without text.
     *
     * @param present whether there is such a cell; otherwise the record is too short
     */
    @Nullable
    Object missing(boolean present);
}
