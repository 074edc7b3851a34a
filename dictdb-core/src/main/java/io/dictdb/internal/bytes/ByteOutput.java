package io.dictdb.internal.bytes;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Numbers and texts as bytes, handed on in pieces. Numbers of fixed size are little-endian; a varint has seven bits a byte, the lowest first, and the
 * highest bit says that more follow; a signed one is folded first, so that small ones of either sign are short (Protocol Buffers' encoding).
 */
public final class ByteOutput {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST_VARINT = 10;

    private final Sink sink;
    private final byte[] buffer;
    private int size;

    /** Takes the pieces; the array is used again. */
    @FunctionalInterface
    public interface Sink {
        void accept(byte[] bytes, int length) throws IOException;
    }

    /**
     * @param capacity how large a piece is at most
     */
    public ByteOutput(int capacity, Sink sink) {
        this.buffer = new byte[capacity];
        this.sink = sink;
    }

    /** Makes room for so many bytes, at most the capacity, and returns where in {@link #buffer} they are to be put. */
    public int room(int n) throws IOException {
        if (buffer.length - size < n) {
            flush();
        }
        size += n;
        return size - n;
    }

    public byte[] buffer() {
        return buffer;
    }

    public void flush() throws IOException {
        sink.accept(buffer, size);
        size = 0;
    }

    /** Forgets what has not been handed on. */
    public void clear() {
        size = 0;
    }

    public void u8(int value) throws IOException {
        buffer[room(1)] = (byte) value;
    }

    public void fixed64(long value) throws IOException {
        fixed64(room(Long.BYTES), value);
    }

    /** Puts a number where there is room. */
    public void fixed64(int at, long value) {
        LONGS.set(buffer, at, value);
    }

    public void varint(long value) throws IOException {
        int at = room(LONGEST_VARINT);
        long rest = value;
        int n = at;
        while ((rest & ~0x7FL) != 0) {
            buffer[n++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[n++] = (byte) rest;
        size = n;
    }

    public void signed(long value) throws IOException {
        varint((value << 1) ^ (value >> 63));
    }

    public void bytes(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int n = Math.min(length - done, buffer.length - size);
            System.arraycopy(bytes, offset + done, buffer, room(n), n);
            done += n;
            if (size == buffer.length) {
                flush();
            }
        }
    }

    /** Twice the length and a bit for the form, then a byte for each character where all fit in one, else two; so half a surrogate pair is kept. */
    public void string(String text) throws IOException {
        boolean narrow = isNarrow(text);
        varint((long) text.length() << 1 | (narrow ? 0 : 1));
        byte[] bytes = narrow ? text.getBytes(StandardCharsets.ISO_8859_1) : wide(text);
        bytes(bytes, 0, bytes.length);
    }

    /** Not by a charset, which would replace half a pair. */
    private static byte[] wide(String text) {
        byte[] bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return bytes;
    }

    private static boolean isNarrow(String text) {
        int or = 0;
        for (int i = 0; i < text.length(); i++) {
            or |= text.charAt(i);
        }
        return or <= 0xFF;
    }
}
