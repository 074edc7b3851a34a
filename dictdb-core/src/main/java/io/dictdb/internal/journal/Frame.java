package io.dictdb.internal.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A piece of a segment: 16 bytes, which are the length of what follows with two flags, a sequence and a checksum, then up to 1 MiB of a commit. The checksum is
 * made over the segment's random id too, so that what an older file has left on the disk is as wrong as a flipped bit. docs/file-formats.md tells it byte by byte.
 */
final class Frame {
    static final int HEADER = 16;
    static final int PAYLOAD = 1 << 20;

    /** The commit goes on in the next frame. */
    static final int MORE = 1 << 31;

    /** No commit, but word that everything before it, up to its sequence, had been forced to the disk when it was written. */
    static final int MARK = 1 << 30;

    private static final int LENGTH = MARK - 1;
    private static final long AHEAD = 1L << 32;
    private static final int CHECKSUM = 12;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Frame() {}

    /** Writes a header in front of a payload that stands there already. */
    static void seal(byte[] bytes, int at, long segment, int flags, long sequence, int length) {
        INTS.set(bytes, at, length | flags);
        LONGS.set(bytes, at + Integer.BYTES, sequence);
        INTS.set(bytes, at + CHECKSUM, checksum(bytes, at, segment, length));
    }

    /** Whether a whole and true frame stands at a place, of a length that is possible. */
    static boolean isTrue(byte[] bytes, int at, int available, long segment) {
        return available >= HEADER
                && available >= HEADER + length(bytes, at)
                && (int) INTS.get(bytes, at + CHECKSUM) == checksum(bytes, at, segment, length(bytes, at));
    }

    /** Whether a header could be one, before its checksum is looked at, which may be over a megabyte: in noise hardly any is. */
    static boolean isPossible(byte[] bytes, int at, long last) {
        long sequence = sequence(bytes, at);
        return length(bytes, at) <= PAYLOAD && sequence >= 0 && sequence - last < AHEAD;
    }

    static int length(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at) & LENGTH;
    }

    static boolean has(byte[] bytes, int at, int flag) {
        return ((int) INTS.get(bytes, at) & flag) != 0;
    }

    static long sequence(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at + Integer.BYTES);
    }

    private static int checksum(byte[] bytes, int at, long segment, int length) {
        CRC32C checksum = new CRC32C();
        byte[] id = new byte[Long.BYTES];
        LONGS.set(id, 0, segment);
        checksum.update(id, 0, id.length);
        checksum.update(bytes, at, CHECKSUM);
        checksum.update(bytes, at + HEADER, length);
        return (int) checksum.getValue();
    }
}
