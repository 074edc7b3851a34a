package io.dictdb.internal.bytes;

import io.dictdb.LoadOptions;
import io.dictdb.internal.value.FrozenList;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Limits;
import io.dictdb.internal.value.Shape;
import io.dictdb.internal.value.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads values within limits; what makes no sense is an {@link IllegalArgumentException}. */
public final class ValueInput {
    private static final int FEW = 16;
    /** Bytes of the largest numbers. */
    private static final int NUMBER = 512;

    private final ByteInput in;
    private final LoadOptions options;

    public ValueInput(ByteInput in, LoadOptions options) {
        this.in = in;
        this.options = options;
    }

    public @Nullable Object value() throws IOException {
        return outermost(in.u8());
    }

    /** The same, of a field. */
    public @Nullable Object value(LastText last) throws IOException {
        int tag = in.u8();
        return tag == Tag.STRING ? in.string(options.maxStringLength(), last) : outermost(tag);
    }

    private @Nullable Object outermost(int tag) throws IOException {
        try {
            return value(tag, 0);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** A text that names something. */
    public String name() throws IOException {
        return in.string(Limits.NAME_CHARS);
    }

    private @Nullable Object value(int tag, int depth) throws IOException {
        return switch (tag) {
            case Tag.NULL -> null;
            case Tag.FALSE -> false;
            case Tag.TRUE -> true;
            case Tag.LONG -> in.signed();
            case Tag.DOUBLE -> Double.longBitsToDouble(in.fixed64());
            case Tag.STRING -> in.string(options.maxStringLength());
            case Tag.BIG_INTEGER -> limited(integer());
            case Tag.DECIMAL -> limited(decimal());
            case Tag.BYTES -> in.bytes(in.count(Limits.BYTES));
            case Tag.UUID -> new UUID(in.fixed64(), in.fixed64());
            case Tag.LIST -> list(deeper(depth));
            case Tag.MAP -> map(deeper(depth));
            default -> time(tag);
        };
    }

    private Object time(int tag) throws IOException {
        return switch (tag) {
            case Tag.DATE -> LocalDate.ofEpochDay(in.signed());
            case Tag.TIME -> LocalTime.ofNanoOfDay(in.varint());
            case Tag.DATE_TIME ->
                LocalDateTime.of(LocalDate.ofEpochDay(in.signed()), LocalTime.ofNanoOfDay(in.varint()));
            case Tag.INSTANT -> Instant.ofEpochSecond(in.signed(), in.count(999_999_999));
            default -> throw new IllegalArgumentException("there is no class " + tag);
        };
    }

    private BigInteger integer() throws IOException {
        byte[] bytes = in.bytes(in.count(NUMBER));
        ByteInput.require(bytes.length > Long.BYTES, "an integer is shorter than one of its class");
        return new BigInteger(bytes);
    }

    private BigDecimal decimal() throws IOException {
        long scale = in.signed();
        ByteInput.require((int) scale == scale, "a decimal's scale is out of bounds");
        byte[] unscaled = in.bytes(in.count(NUMBER));
        ByteInput.require(unscaled.length > 0, "a decimal has no digits");
        return new BigDecimal(new BigInteger(unscaled), (int) scale);
    }

    private @Nullable Object limited(Number number) {
        int digits = number instanceof BigDecimal d ? d.precision() : new BigDecimal((BigInteger) number).precision();
        ByteInput.require(digits <= options.maxDigits(), "a number has more digits than %d", options.maxDigits());
        return Values.in("a number", number);
    }

    private int deeper(int depth) {
        ByteInput.require(depth < options.maxDepth(), "nested deeper than %d", options.maxDepth());
        return depth + 1;
    }

    private FrozenList list(int depth) throws IOException {
        int size = in.count(Integer.MAX_VALUE);
        @Nullable Object[] elements = new @Nullable Object[Math.min(size, FEW)];
        for (int i = 0; i < size; i++) {
            elements = i == elements.length ? Arrays.copyOf(elements, (int) Math.min(size, 2L * i)) : elements;
            elements[i] = value(in.u8(), depth);
        }
        return FrozenList.of(elements);
    }

    private FrozenMap map(int depth) throws IOException {
        int size = in.count(Integer.MAX_VALUE);
        String[] names = new String[Math.min(size, FEW)];
        @Nullable Object[] values = new @Nullable Object[names.length];
        for (int i = 0; i < size; i++) {
            if (i == names.length) {
                names = Arrays.copyOf(names, (int) Math.min(size, 2L * i));
                values = Arrays.copyOf(values, names.length);
            }
            names[i] = name();
            values[i] = value(in.u8(), depth);
        }
        return new FrozenMap(Shape.of(names), values);
    }
}
