package io.dictdb.internal.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How a segment begins: who it is, and where the one before it ends. So a segment that is missing, foreign or too short is noticed, and whatever stands behind the end that is told here
 * was never part of the journal.
 *
 * @param id a random number that its checksums are made with
 * @param number its place among the files
 * @param previous the id of the segment before; 0 for none
 * @param last the last commit before this segment
 * @param end how long the segment before is; 0 for none
 * @param at when it was begun, in milliseconds since 1970
 */
public record SegmentHeader(long id, long number, long previous, long last, long end, long at) {
    static final int BYTES = 68;
    static final int VERSION = 1;
    private static final int VERSION_AT = 8;
    private static final int FIELDS_AT = 16;
    private static final int CHECKSUM_AT = 64;
    private static final byte[] MAGIC = {(byte) 0x89, 'D', 'D', 'J', '\r', '\n', 0x1A, '\n'};

    byte[] bytes() {
        byte[] bytes = Arrays.copyOf(MAGIC, BYTES);
        ByteBuffer fields = over(bytes).putShort(VERSION_AT, (short) VERSION).position(FIELDS_AT);
        ByteBuffer unused = fields.putLong(id)
                .putLong(number)
                .putLong(previous)
                .putLong(last)
                .putLong(end)
                .putLong(at);
        return over(bytes).putInt(CHECKSUM_AT, checksum(bytes)).array();
    }

    /** Whether this is a segment, of whatever version. */
    static boolean recognises(byte[] bytes) {
        return bytes.length >= FIELDS_AT && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static int version(byte[] bytes) {
        return over(bytes).getShort(VERSION_AT) & 0xFFFF;
    }

    /** The header that stands at the beginning, if it is whole and true. */
    static Optional<SegmentHeader> of(byte[] bytes) {
        if (bytes.length < BYTES || !recognises(bytes) || over(bytes).getInt(CHECKSUM_AT) != checksum(bytes)) {
            return Optional.empty();
        }
        ByteBuffer fields = over(bytes).position(FIELDS_AT);
        return Optional.of(new SegmentHeader(
                fields.getLong(),
                fields.getLong(),
                fields.getLong(),
                fields.getLong(),
                fields.getLong(),
                fields.getLong()));
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, CHECKSUM_AT);
        return (int) checksum.getValue();
    }
}
