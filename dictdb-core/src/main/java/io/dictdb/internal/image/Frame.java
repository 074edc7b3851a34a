package io.dictdb.internal.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How a stream of bytes lies in a file: a header, then frames of up to 1 MiB, the last of them marked. They are written smaller, for where a file is damaged all frames before can be saved. Each checksum is made over the file's random number and the
 * frame's own number too, so that a frame in the wrong place, or one that an older file has left there, is as wrong as a flipped bit. docs/file-formats.md tells it byte by byte.
 */
final class Frame {
    static final long MAGIC = 0x0A1A0A0D42444489L; // 89 D D B CR LF SUB LF
    static final int VERSION = 1;
    static final int FILE_HEADER = 24;
    static final int HEADER = 13;
    static final int CHECKSUM = 4;
    static final int PAYLOAD = 1 << 20;
    static final int WRITTEN = 1 << 15;

    private Frame() {}

    static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] fileHeader(long file) {
        byte[] header = new byte[FILE_HEADER];
        ByteBuffer fields = over(header)
                .putLong(MAGIC)
                .putShort((short) VERSION)
                .putShort((short) 0)
                .putLong(file);
        fields.putInt(checksum(header, FILE_HEADER - CHECKSUM));
        return header;
    }

    static byte[] header(long file, int number, boolean last, int length) {
        byte[] header = new byte[HEADER];
        ByteBuffer fields =
                over(header).putInt(number).put((byte) (last ? 1 : 0)).putInt(length);
        fields.putInt(checksum(file, number, header, 0, HEADER - CHECKSUM));
        return header;
    }

    static int checksum(long file, int number, byte[] payload, int offset, int length) {
        CRC32C checksum = begun(file, number);
        checksum.update(payload, offset, length);
        return (int) checksum.getValue();
    }

    static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    private static CRC32C begun(long file, int number) {
        byte[] place = new byte[Long.BYTES + Integer.BYTES];
        over(place).putLong(file).putInt(number);
        CRC32C checksum = new CRC32C();
        checksum.update(place, 0, place.length);
        return checksum;
    }
}
