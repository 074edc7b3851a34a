package io.dictdb.pickle;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes instructions of protocol 4. Only names are remembered and used again, of fields and of types: Python takes what is remembered for one object, and two values that are equal
 * must not become one that changes in both places.
 */
final class Output {
    /** As many as Python puts into a container at once. */
    static final int BATCH = 1_000;

    private static final int SIZE = 1 << 16;
    private static final int MOST_NAMES = 1 << 16;
    private static final int LONGEST_NAME = 255;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int size;
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<Name, Integer> types = new HashMap<>();
    private int remembered;

    Output(OutputStream out) {
        this.out = out;
    }

    private void room(int bytes) throws IOException {
        if (size + bytes > SIZE) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    void op(int op) throws IOException {
        room(1);
        buffer[size++] = (byte) op;
    }

    void op1(int op, int operand) throws IOException {
        room(2);
        buffer[size++] = (byte) op;
        buffer[size++] = (byte) operand;
    }

    void op4(int op, int operand) throws IOException {
        room(5);
        buffer[size++] = (byte) op;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            buffer[size++] = (byte) (operand >> shift);
        }
    }

    void integer(long value) throws IOException {
        if (value == (value & 0xFF)) {
            op1(Op.BININT1, (int) value);
        } else if (value == (value & 0xFFFF)) {
            op1(Op.BININT2, (int) value);
            op((int) (value >> Byte.SIZE));
        } else if (value == (int) value) {
            op4(Op.BININT, (int) value);
        } else {
            integer(BigInteger.valueOf(value));
        }
    }

    void integer(BigInteger value) throws IOException {
        byte[] bytes = value.toByteArray();
        if (bytes.length <= 0xFF) {
            op1(Op.LONG1, bytes.length);
        } else {
            op4(Op.LONG4, bytes.length);
        }
        for (int i = bytes.length - 1; i >= 0; i--) {
            op(bytes[i]);
        }
    }

    void decimal(double value) throws IOException {
        room(9);
        buffer[size++] = Op.BINFLOAT;
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[size++] = (byte) (bits >> shift);
        }
    }

    void bytes(byte[] value) throws IOException {
        length(Op.SHORT_BINBYTES, Op.BINBYTES, value.length);
        flush();
        out.write(value);
    }

    private void length(int shortOp, int op, int length) throws IOException {
        if (length <= 0xFF) {
            op1(shortOp, length);
        } else {
            op4(op, length);
        }
    }

    void string(String value) throws IOException {
        length(Op.SHORT_BINUNICODE, Op.BINUNICODE, Text.utf8Length(value));
        for (int from = 0; from < value.length(); ) {
            room(SIZE / 2);
            int to = Text.end(value, from, SIZE / 8);
            size = Text.encode(value, from, to, buffer, size);
            from = to;
        }
    }

    /** A name that comes again and again. */
    void name(String name) throws IOException {
        Integer known = names.get(name);
        if (known != null) {
            recall(known);
            return;
        }
        string(name);
        if (names.size() < MOST_NAMES && name.length() <= LONGEST_NAME) {
            names.put(name, remember());
        }
    }

    void type(Name type) throws IOException {
        Integer known = types.get(type);
        if (known != null) {
            recall(known);
            return;
        }
        string(type.module());
        string(type.python());
        op(Op.STACK_GLOBAL);
        types.put(type, remember());
    }

    private int remember() throws IOException {
        op(Op.MEMOIZE);
        return remembered++;
    }

    private void recall(int index) throws IOException {
        if (index <= 0xFF) {
            op1(Op.BINGET, index);
        } else {
            op4(Op.LONG_BINGET, index);
        }
    }
}
