package io.dictdb.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a pickle. What is allocated grows with what has been read, never with a length that the file states. */
final class Input {
    private static final int SIZE = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private long before;
    private int next;
    private int end;

    Input(InputStream in) {
        this.in = in;
    }

    /** How many bytes have been taken. */
    long offset() {
        return before + next;
    }

    /** Makes that many bytes stand in the buffer, which is at most all of it. */
    private void need(int count) throws IOException {
        if (end - next >= count) {
            return;
        }
        System.arraycopy(buffer, next, buffer, 0, end - next);
        before += next;
        end -= next;
        next = 0;
        while (end < count) {
            int read = in.read(buffer, end, SIZE - end);
            if (read < 0) {
                throw new EOFException();
            }
            end += read;
        }
    }

    boolean isAtEnd() throws IOException {
        try {
            need(1);
            return false;
        } catch (EOFException e) {
            return true;
        }
    }

    int u1() throws IOException {
        need(1);
        return buffer[next++] & 0xFF;
    }

    int u2() throws IOException {
        return u1() | u1() << 8;
    }

    int i4() throws IOException {
        need(4);
        int low = (buffer[next] & 0xFF) | (buffer[next + 1] & 0xFF) << 8;
        int high = (buffer[next + 2] & 0xFF) | buffer[next + 3] << 8;
        next += 4;
        return low | high << 16;
    }

    long u4() throws IOException {
        return i4() & 0xFFFF_FFFFL;
    }

    long i8() throws IOException {
        return u4() | (long) i4() << 32;
    }

    /** The one number that has its highest byte first. */
    double f8() throws IOException {
        return Double.longBitsToDouble(Long.reverseBytes(i8()));
    }

    byte[] bytes(int length) throws IOException {
        if (length <= SIZE) {
            need(length);
            next += length;
            return Arrays.copyOfRange(buffer, next - length, next);
        }
        int here = end - next;
        byte[] rest = in.readNBytes(length - here);
        if (rest.length < length - here) {
            next = end;
            before += rest.length;
            throw new EOFException();
        }
        byte[] all = Arrays.copyOfRange(buffer, next, next + length);
        System.arraycopy(rest, 0, all, here, rest.length);
        next = end;
        before += rest.length;
        return all;
    }

    String utf8(int length) throws IOException {
        if (length > SIZE) {
            return Text.utf8(bytes(length), 0, length);
        }
        need(length);
        next += length;
        return Text.utf8(buffer, next - length, length);
    }

    /** The bytes up to the next line feed, which is taken but not among them; of a longer line one more than is wanted. */
    byte[] line(int most) throws IOException {
        byte[] line = new byte[64];
        int length = 0;
        for (int b = u1(); b != '\n'; b = u1()) {
            if (length <= most) {
                line = length == line.length ? Arrays.copyOf(line, length * 2) : line;
                line[length++] = (byte) b;
            }
        }
        return Arrays.copyOf(line, length);
    }

    /** Passes over that many bytes, which must be there. */
    void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            need(1);
            int here = (int) Math.min(left, end - next);
            next += here;
            left -= here;
        }
    }
}
