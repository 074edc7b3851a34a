package io.dictdb.internal.file;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Expands a compressed file (RFC 1952), up to a limit.
 *
 * <p>The JDK's stream takes whatever follows the compressed part for another one, passes over what is none, and calls itself for each that is empty. Here there is one part, and
 * anything behind it is damage.
 */
final class Gunzip extends InflaterInputStream {
    private static final int BUFFER = 1 << 16;
    /** Below this an expansion harms nobody. */
    static final long HARMLESS = 64L << 20;

    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;

    private final int limit;
    private final CRC32 checksum = new CRC32();
    private boolean ended;

    Gunzip(InputStream in, int limit) throws IOException {
        super(in, new Inflater(true), BUFFER);
        this.limit = limit;
        try {
            header();
        } catch (IOException e) {
            inf.end();
            throw e;
        }
    }

    /** Whether a file begins so, be it cut behind its first byte. */
    static boolean isCompressed(byte[] start) {
        return start.length > 0 && start[0] == 0x1F && (start.length == 1 || start[1] == (byte) 0x8B);
    }

    private void header() throws IOException {
        byte[] fixed = bytes(in, 10);
        if (fixed[2] != DEFLATE) {
            throw new ZipException("it is compressed in a way that is not known here");
        }
        int flags = fixed[3];
        if ((flags & EXTRA) != 0) {
            bytes(in, (int) number(bytes(in, 2)));
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        bytes(in, (flags & HEADER_CHECKSUM) != 0 ? 2 : 0);
    }

    private void skipText(boolean present) throws IOException {
        boolean more = present;
        while (more) {
            more = bytes(in, 1)[0] != 0;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = ended ? -1 : super.read(bytes, offset, length);
        if (n >= 0) {
            checksum.update(bytes, offset, n);
            requireLimit();
        } else if (!ended) {
            ended = true;
            trailer();
        }
        return n;
    }

    private void trailer() throws IOException {
        int left = inf.getRemaining();
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(buf, len - left, left), in);
        if (number(bytes(rest, 4)) != checksum.getValue()
                || number(bytes(rest, 4)) != (inf.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new ZipException("its checksum is not that of what it expands to");
        }
        if (rest.read() >= 0) {
            throw new ZipException("there is something behind the compressed part");
        }
    }

    private static byte[] bytes(InputStream from, int count) throws IOException {
        byte[] read = from.readNBytes(count);
        if (read.length < count) {
            throw new EOFException("the compressed part ends too early");
        }
        return read;
    }

    private static long number(byte[] littleEndian) {
        long number = 0;
        for (int i = littleEndian.length - 1; i >= 0; i--) {
            number = number << Byte.SIZE | (littleEndian[i] & 0xFF);
        }
        return number;
    }

    private void requireLimit() throws ZipException {
        long expanded = inf.getBytesWritten();
        if (expanded > HARMLESS && expanded / limit > inf.getBytesRead()) {
            throw new ZipException("it expands to more than " + limit + " times its size; maxExpansion allows more");
        }
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }
}
