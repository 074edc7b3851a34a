package io.dictdb.internal.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Frames of one segment that are to be written together, and who waits for that. Guarded by the journal's lock until it is taken out of the queue. */
final class Batch<T> {
    /** Room in front for word of what has been forced. */
    static final int START = Frame.HEADER;

    private static final int FIRST = 1 << 13;

    final long segment;
    final Ticket ticket;
    private byte[] bytes = new byte[FIRST];
    private int size = START;
    private long last;
    private @Nullable T attachment;

    Batch(long segment, Ticket ticket) {
        this.segment = segment;
        this.ticket = ticket;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** The last commit in it. */
    long last() {
        return last;
    }

    @Nullable
    T attachment() {
        return attachment;
    }

    int bytesOfCommits() {
        return size - START;
    }

    /** Adds a frame. */
    void add(byte[] payload, int length, long sequence, boolean more) {
        int needed = Math.addExact(size, Frame.HEADER + length);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(
                    bytes, (int) Math.min(Integer.MAX_VALUE - Long.BYTES, Math.max(needed, 2L * bytes.length)));
        }
        System.arraycopy(payload, 0, bytes, size + Frame.HEADER, length);
        Frame.seal(bytes, size, segment, more ? Frame.MORE : 0, sequence, length);
        size = needed;
    }

    /** A commit is complete. */
    void complete(long sequence, T what) {
        last = sequence;
        attachment = what;
    }

    /** Takes back frames of a commit that is given up. */
    void cut(int to) {
        size = to;
    }
}
