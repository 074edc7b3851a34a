package io.dictdb.pickle;

import io.dictdb.LoadOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The instructions that say a value which holds no other: reads what follows them. */
final class Scalars {
    private static final int BESIDE_DIGITS = 20;
    private static final int FLOAT_CHARS = 400;
    private static final int NAME_BYTES = 1_000;
    private static final int BYTES_PER_CHAR = 3;
    private static final int ESCAPE = "\\Udddddddd".length();

    private final Input in;
    private final LoadOptions options;
    private final Integers integers;

    Scalars(Input in, LoadOptions options) {
        this.in = in;
        this.options = options;
        this.integers = new Integers(options.maxDigits());
    }

    @Nullable
    Object read(int op) throws IOException {
        return switch (op) {
            case Op.NONE -> null;
            case Op.NEWTRUE -> true;
            case Op.NEWFALSE -> false;
            case Op.BININT1 -> (long) in.u1();
            case Op.BININT2 -> (long) in.u2();
            case Op.BININT -> (long) in.i4();
            case Op.BINFLOAT -> in.f8();
            case Op.SHORT_BINUNICODE -> string(in.u1());
            case Op.BINUNICODE -> string(in.u4());
            case Op.BINUNICODE8 -> string(in.i8());
            case Op.SHORT_BINBYTES -> bytes(in.u1());
            case Op.BINBYTES -> bytes(in.u4());
            case Op.BINBYTES8, Op.BYTEARRAY8 -> bytes(in.i8());
            case Op.LONG1 -> integer(in.u1());
            case Op.LONG4 -> integer(in.i4());
            default -> text(op);
        };
    }

    /** Those of protocol 0, which are lines of text. */
    private Object text(int op) throws IOException {
        return switch (op) {
            case Op.INT -> integer();
            case Op.LONG -> longInteger();
            case Op.FLOAT -> decimal();
            case Op.UNICODE -> escaped();
            default ->
                throw new IllegalArgumentException(
                        String.format("its instruction 0x%02x is none that plain data needs", op));
        };
    }

    private Object string(long bytes) throws IOException {
        if (bytes < 0 || bytes > (long) options.maxStringLength() * BYTES_PER_CHAR) {
            return skipped(bytes, "a string longer than ");
        }
        return checked(in.utf8((int) bytes));
    }

    private Object escaped() throws IOException {
        long most = (long) options.maxStringLength() * ESCAPE;
        return checked(Text.escaped(in.line((int) Math.min(most, Integer.MAX_VALUE / 2))));
    }

    private Object checked(String text) {
        int most = options.maxStringLength();
        return text.length() <= most ? text : new Oversized("a string longer than " + most);
    }

    private Object bytes(long count) throws IOException {
        if (count < 0 || count > options.maxStringLength()) {
            return skipped(count, "more bytes than ");
        }
        return in.bytes((int) count);
    }

    private Oversized skipped(long bytes, String what) throws IOException {
        Require.that(bytes >= 0, "a value has a length of ", bytes);
        in.skip(bytes);
        return new Oversized(what + options.maxStringLength());
    }

    private Object integer(int bytes) throws IOException {
        Require.that(bytes >= 0, "a number has a length of ", bytes);
        if (bytes > integers.maxBytes()) {
            in.skip(bytes);
            return integers.oversized();
        }
        return integers.of(in.bytes(bytes));
    }

    private Object integer() throws IOException {
        byte[] line = in.line(longestNumber());
        if (line.length == 2 && line[0] == '0' && (line[1] == '0' || line[1] == '1')) {
            return line[1] == '1'; // the booleans of protocols 0 and 1
        }
        return integer(line, line.length);
    }

    private Object longInteger() throws IOException {
        byte[] line = in.line(longestNumber());
        boolean marked = line.length > 0 && line[line.length - 1] == 'L';
        return integer(line, marked ? line.length - 1 : line.length);
    }

    private int longestNumber() {
        return options.maxDigits() + BESIDE_DIGITS;
    }

    private Object integer(byte[] line, int length) {
        return length > longestNumber() ? integers.oversized() : integers.of(line, length);
    }

    private Double decimal() throws IOException {
        byte[] line = in.line(FLOAT_CHARS);
        Require.that(line.length <= FLOAT_CHARS, "a number is written in more bytes than ", FLOAT_CHARS);
        String text = new String(line, StandardCharsets.ISO_8859_1);
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> finite(text);
        };
    }

    private static double finite(String text) {
        // what parseDouble takes beside numbers, such as hexadecimal ones, Python does not write
        Require.that(text.chars().allMatch(c -> "+-.eE0123456789".indexOf(c) >= 0), "a number is written as ", text);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number is written as '" + text + "'", e);
        }
    }

    /** The index that follows an instruction of protocol 0. */
    long index() throws IOException {
        byte[] line = in.line(BESIDE_DIGITS);
        Object index = line.length > BESIDE_DIGITS ? integers.oversized() : integers.of(line, line.length);
        Require.that(index instanceof Long, "the memo has no place ", index);
        return (Long) index;
    }

    /** A line that holds the name of a module or of something in it. */
    String name() throws IOException {
        byte[] line = in.line(NAME_BYTES);
        Require.that(line.length <= NAME_BYTES, "a name has more bytes than ", NAME_BYTES);
        return Text.utf8(line, 0, line.length);
    }
}
