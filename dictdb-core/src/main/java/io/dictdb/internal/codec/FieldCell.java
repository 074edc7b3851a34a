package io.dictdb.internal.codec;

import org.jspecify.annotations.Nullable;

/** The cells of a schema's field. Blanks around a value of any class but text are passed over. */
final class FieldCell implements CellType {
    private final Class<?> type;
    private final @Nullable Object absent;
    private final boolean key;

    /**
     * @param type the field's class, as a schema names it
     * @param absent what a record has without a value: the default, null, or {@link #MISFIT} when the schema requires one
     * @param key whether it is the primary key, which cannot be NaN
     */
    FieldCell(Class<?> type, @Nullable Object absent, boolean key) {
        this.type = type;
        this.absent = absent;
        this.key = key;
    }

    Class<?> type() {
        return type;
    }

    @Override
    public @Nullable Object read(char[] chars, int offset, int length) {
        if (type == String.class) {
            return new String(chars, offset, length);
        }
        if (type == Long.class && Numeral.isInteger(chars, offset, length)) {
            return Numeral.integer(chars, offset, length);
        }
        String text = new String(chars, offset, length).strip();
        return text.isEmpty() ? missing(true) : stored(ValueText.read(type, text));
    }

    private Object stored(@Nullable Object value) {
        return value == null || (key && value.equals(Double.NaN)) ? MISFIT : value;
    }

    /** Two quotes and nothing between them are how an array without bytes is written. */
    @Override
    public @Nullable Object emptyQuotes() {
        return type == byte[].class ? new byte[0] : missing(true);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // MISFIT is no value but a sign
    public @Nullable Object missing(boolean present) {
        if (present && type == String.class) {
            return "";
        }
        return present && type == byte[].class && absent == MISFIT ? new byte[0] : absent;
    }
}
