package io.dictdb.pickle;

import io.dictdb.LoadOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The instructions that say a value which holds no other: reads what follows them. */
final class Scalars {
    private static final int BESIDE_DIGITS = 20;
    private static final int FLOAT_CHARS = 400;
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
            case Op.LONG1 -> integers.of(in.bytes(integers.length(in.u1())));
            case Op.LONG4 -> integers.of(in.bytes(integers.length(in.i4())));
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

    private String string(long bytes) throws IOException {
        int most = options.maxStringLength();
        Require.that(bytes >= 0 && bytes <= (long) most * BYTES_PER_CHAR, "a string is longer than ", most);
        return checked(in.utf8((int) bytes));
    }

    private String escaped() throws IOException {
        long most = (long) options.maxStringLength() * ESCAPE;
        return checked(Text.escaped(in.line((int) Math.min(most, Integer.MAX_VALUE / 2))));
    }

    private String checked(String text) {
        Require.that(text.length() <= options.maxStringLength(), "a string is longer than ", options.maxStringLength());
        return text;
    }

    private byte[] bytes(long count) throws IOException {
        Require.that(
                count >= 0 && count <= options.maxStringLength(),
                "there are more bytes than ",
                options.maxStringLength());
        return in.bytes((int) count);
    }

    private Object integer() throws IOException {
        byte[] line = in.line(options.maxDigits() + BESIDE_DIGITS);
        if (line.length == 2 && line[0] == '0' && (line[1] == '0' || line[1] == '1')) {
            return line[1] == '1'; // the booleans of protocols 0 and 1
        }
        return integers.of(line, line.length);
    }

    private Number longInteger() throws IOException {
        byte[] line = in.line(options.maxDigits() + BESIDE_DIGITS);
        boolean marked = line.length > 0 && line[line.length - 1] == 'L';
        return integers.of(line, marked ? line.length - 1 : line.length);
    }

    private Double decimal() throws IOException {
        String text = new String(in.line(FLOAT_CHARS), StandardCharsets.ISO_8859_1);
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
        Number index = integers.of(line, line.length);
        Require.that(index instanceof Long, "the memo has no place ", index);
        return index.longValue();
    }

    /** A line that holds the name of a module or of something in it. */
    String name() throws IOException {
        byte[] line = in.line(1_000);
        return Text.utf8(line, 0, line.length);
    }
}
