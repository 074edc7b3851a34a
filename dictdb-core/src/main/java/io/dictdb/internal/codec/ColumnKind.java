package io.dictdb.internal.codec;

import org.jspecify.annotations.Nullable;

/** What the cells of a column become. An empty cell is null, but in a column of text the empty string. */
enum ColumnKind implements CellType {
    /** Nothing but empty cells. */
    EMPTY {
        @Override
        boolean takes(char[] chars, int offset, int length) {
            return length == 0;
        }

        @Override
        @Nullable
        Object value(char[] chars, int offset, int length) {
            return null;
        }
    },

    INTEGER {
        @Override
        boolean takes(char[] chars, int offset, int length) {
            return length == 0 || Numeral.isInteger(chars, offset, length);
        }

        @Override
        @Nullable
        Object value(char[] chars, int offset, int length) {
            return length == 0 ? null : Numeral.integer(chars, offset, length);
        }
    },

    DECIMAL {
        @Override
        boolean takes(char[] chars, int offset, int length) {
            return length == 0 || Numeral.isDecimal(chars, offset, length);
        }

        @Override
        @Nullable
        Object value(char[] chars, int offset, int length) {
            return length == 0 ? null : Numeral.decimal(chars, offset, length);
        }
    },

    TEXT {
        @Override
        boolean takes(char[] chars, int offset, int length) {
            return true;
        }

        @Override
        Object value(char[] chars, int offset, int length) {
            return new String(chars, offset, length);
        }
    };

    @Override
    public final @Nullable Object read(char[] chars, int offset, int length) {
        return takes(chars, offset, length) ? value(chars, offset, length) : MISFIT;
    }

    @Override
    public final @Nullable Object missing(boolean present) {
        return present ? read(new char[0], 0, 0) : null;
    }

    abstract boolean takes(char[] chars, int offset, int length);

    abstract @Nullable Object value(char[] chars, int offset, int length);

    /** Narrows down the kind of a column, cell by cell. The kinds are asked in their order; each refuses for ever once it has refused. */
    static final class Guess {
        private boolean empty = true;
        private boolean integers = true;
        private boolean decimals = true;

        void see(char[] chars, int offset, int length) {
            empty = empty && EMPTY.takes(chars, offset, length);
            integers = integers && INTEGER.takes(chars, offset, length);
            decimals = decimals && DECIMAL.takes(chars, offset, length);
        }

        ColumnKind kind() {
            if (empty) {
                return EMPTY;
            }
            if (integers) {
                return INTEGER;
            }
            return decimals ? DECIMAL : TEXT;
        }
    }
}
