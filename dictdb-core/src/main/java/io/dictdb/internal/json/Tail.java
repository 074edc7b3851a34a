package io.dictdb.internal.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The end of a file: the checksum of all bytes before it, and the last brace. Always as many bytes, so that whoever reads a file from its beginning can hold them
 * back from the checksum, and any other end is noticed.
 */
final class Tail extends FilterInputStream {
    private static final int LENGTH = of(0).length;

    private final CRC32C checksum = new CRC32C();
    private final byte[] last = new byte[LENGTH];
    private int held;

    Tail(InputStream in) {
        super(in);
    }

    static byte[] of(long checksum) {
        return String.format("\"%s\": \"%s\"}", Names.CHECKSUM, hex(checksum)).getBytes(StandardCharsets.US_ASCII);
    }

    static String hex(long checksum) {
        return String.format("%08x", checksum);
    }

    /** The checksum of eight digits. */
    static long checksum(String hex) {
        if (!hex.matches("[0-9a-f]{8}")) {
            throw new IllegalArgumentException("a checksum of 8 hexadecimal digits was expected");
        }
        return Long.parseLong(hex, 16);
    }

    /** Whether what was read ends with the checksum of what came before. */
    boolean isRight() {
        return held == LENGTH && Arrays.equals(last, of(checksum.getValue()));
    }

    /** Reads the rest; whether the file ends with a checksum, right or wrong. */
    boolean isThere() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        String text = new String(last, 0, held, StandardCharsets.US_ASCII);
        return text.startsWith("\"" + Names.CHECKSUM) && text.endsWith("}");
    }

    /** The last bytes that were read; nothing, if they are more than are held. */
    String last(long count) {
        return count > held ? "" : new String(last, held - (int) count, (int) count, StandardCharsets.ISO_8859_1);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count >= LENGTH) {
            checksum.update(last, 0, held);
            checksum.update(bytes, offset, count - LENGTH);
            System.arraycopy(bytes, offset + count - LENGTH, last, 0, LENGTH);
            held = LENGTH;
        } else if (count > 0) {
            few(bytes, offset, count);
        }
        return count;
    }

    private void few(byte[] bytes, int offset, int count) {
        int over = Math.max(0, held + count - LENGTH);
        checksum.update(last, 0, over);
        System.arraycopy(last, over, last, 0, held - over);
        System.arraycopy(bytes, offset, last, held - over, count);
        held += count - over;
    }
}
