package io.dictdb.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses fast: the smallest files would take three times as long and be a fifth smaller. */
public final class Gzip extends GZIPOutputStream {
    private static final int BUFFER = 1 << 16;

    public Gzip(OutputStream out) throws IOException {
        super(out, BUFFER);
        def.setLevel(Deflater.BEST_SPEED);
    }
}
