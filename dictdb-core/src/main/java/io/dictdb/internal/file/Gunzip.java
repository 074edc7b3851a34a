package io.dictdb.internal.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Expands a compressed file, up to a limit.
 *
 * <p>The JDK's stream passes over whatever follows the compressed part, because it might be another one; here that is damage. So it is told that nothing follows, and what it
 * has left is looked at.
 */
final class Gunzip extends GZIPInputStream {
    private static final int BUFFER = 1 << 16;
    private static final int TRAILER = 8;
    /** Below this an expansion harms nobody. */
    static final long HARMLESS = 64L << 20;

    private final int limit;
    private long expanded;

    Gunzip(InputStream in, int limit) throws IOException {
        super(new Alone(in), BUFFER);
        this.limit = limit;
    }

    /** Whether a file begins so, be it cut behind its first byte. */
    static boolean isCompressed(byte[] start) {
        return start.length > 0 && start[0] == 0x1F && (start.length == 1 || start[1] == (byte) 0x8B);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        if (n < 0) {
            requireEnd();
        } else {
            expanded += n;
            requireLimit();
        }
        return n;
    }

    private void requireEnd() throws IOException {
        if (inf.getRemaining() > TRAILER || in.read() >= 0) {
            throw new ZipException("there is something behind the compressed part");
        }
    }

    private void requireLimit() throws ZipException {
        if (expanded > HARMLESS && expanded / limit > inf.getBytesRead()) {
            throw new ZipException("it expands to more than " + limit + " times its size; maxExpansion allows more");
        }
    }

    private static final class Alone extends FilterInputStream {
        Alone(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
