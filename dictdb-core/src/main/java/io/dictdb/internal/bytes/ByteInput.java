package io.dictdb.internal.bytes;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ByteOutput} wrote, piece by piece. What makes no sense is an {@link IllegalArgumentException}. Nothing is allocated by a length that is stated
 * before as many bytes are there.
 */
public final class ByteInput {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SAFE = 1 << 16;

    private final Source source;
    private byte[] buffer;
    private int next;
    private int end;

    /** Gives the pieces. */
    @FunctionalInterface
    public interface Source {
        /** Reads a piece into an array, in which there is room for the largest, and returns its length, or -1 at the end. */
        int read(byte[] into, int offset) throws IOException;

        /** How long the next piece is at most; no more than the capacity if that is not known. */
        default int most() throws IOException {
            return 0;
        }
    }

    /**
     * @param capacity how large a piece is at most
     */
    public ByteInput(int capacity, Source source) {
        this.buffer = new byte[2 * capacity];
        this.source = source;
    }

    /** Takes so many bytes, at most the capacity, and returns where in {@link #buffer} they are. */
    public int take(int n) throws IOException {
        while (end - next < n) {
            require(fill(), "it ends too early");
        }
        next += n;
        return next - n;
    }

    public byte[] buffer() {
        return buffer;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= next;
        next = 0;
        int most = source.most();
        buffer = buffer.length - end < most ? Arrays.copyOf(buffer, end + most) : buffer;
        int n = source.read(buffer, end);
        end += Math.max(n, 0);
        return n >= 0;
    }

    /** Whether everything has been taken. */
    public boolean isAtEnd() throws IOException {
        while (next == end) {
            if (!fill()) {
                return true;
            }
        }
        return false;
    }

    public int u8() throws IOException {
        int at = take(1); // before the buffer is looked at: it may be another one then
        return buffer[at] & 0xFF;
    }

    public long fixed64() throws IOException {
        return fixed64(take(Long.BYTES));
    }

    /** The number at a place that was taken. */
    public long fixed64(int at) {
        return (long) LONGS.get(buffer, at);
    }

    public long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int b = u8();
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has no end");
    }

    public long signed() throws IOException {
        long folded = varint();
        return (folded >>> 1) ^ -(folded & 1);
    }

    /** A varint in bounds. */
    public int count(int most) throws IOException {
        long n = varint();
        require(n >= 0 && n <= most, "a count is out of bounds");
        return (int) n;
    }

    /** So many bytes, in an array that grows as they come. */
    public byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[Math.min(length, SAFE)];
        for (int done = 0; done < length; ) {
            bytes = done == bytes.length ? Arrays.copyOf(bytes, (int) Math.min(length, 2L * done)) : bytes;
            require(next < end || fill(), "it ends too early");
            int n = Math.min(bytes.length - done, end - next);
            int at = take(n);
            System.arraycopy(buffer, at, bytes, done, n);
            done += n;
        }
        return bytes;
    }

    /** A text of at most so many characters. */
    public String string(int most) throws IOException {
        return string(most, null);
    }

    /** @param last what may be the same text */
    String string(int most, @Nullable LastText last) throws IOException {
        long form = varint();
        require(form >= 0 && form >>> 1 <= most, "a text is longer than %d characters", most);
        int length = (int) (form >>> 1);
        if ((form & 1) == 0) {
            return length <= SAFE ? narrow(length, last) : new String(bytes(length), StandardCharsets.ISO_8859_1);
        }
        return wide(bytes(Math.multiplyExact(length, 2)));
    }

    private String narrow(int length, @Nullable LastText last) throws IOException {
        int at = take(length);
        return last == null ? new String(buffer, at, length, StandardCharsets.ISO_8859_1) : last.of(buffer, at, length);
    }

    private static String wide(byte[] bytes) {
        char[] chars = new char[bytes.length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((bytes[2 * i] & 0xFF) | bytes[2 * i + 1] << 8);
        }
        return new String(chars);
    }

    public static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /** @param complaint has a place for the limit; what is read by the million must not make texts that nobody reads */
    static void require(boolean holds, String complaint, int limit) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, complaint, limit));
        }
    }
}
