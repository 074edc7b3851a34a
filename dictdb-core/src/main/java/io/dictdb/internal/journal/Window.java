package io.dictdb.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A file that is read from its beginning to its end, with a look ahead that is as far as it is wanted. */
final class Window implements Closeable {
    private static final int SIZE = 1 << 16;

    private final InputStream in;
    private byte[] bytes = new byte[SIZE];
    private long passed;
    private int next;
    private int end;
    private long limit;

    /**
     * Reads a file from a place on.
     *
     * @param in what is there
     * @param start where that is in the file
     * @param limit up to where it may be read
     */
    Window(InputStream in, long start, long limit) {
        this.in = in;
        this.passed = start;
        this.limit = limit;
    }

    /** More of the file may be read. */
    void limit(long more) {
        limit = more;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes} the next byte is. */
    int next() {
        return next;
    }

    /** Where in the file the next byte is. */
    long offset() {
        return passed + next;
    }

    /** Makes sure that so many bytes are there, if the file has them; returns how many there are. */
    int ensure(int n) throws IOException {
        if (end - next < n) {
            System.arraycopy(bytes, next, bytes, 0, end - next);
            passed += next;
            end -= next;
            next = 0;
            bytes = n > bytes.length ? Arrays.copyOf(bytes, n) : bytes;
            end += in.readNBytes(bytes, end, (int) Math.max(0, Math.min(bytes.length - end, limit - passed - end)));
        }
        return end - next;
    }

    void skip(int n) {
        next += n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
