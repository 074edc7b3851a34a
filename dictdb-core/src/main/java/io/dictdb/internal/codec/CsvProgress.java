package io.dictdb.internal.codec;

import java.util.function.LongConsumer;

/**
 * Tells a listener how far an import is, in bytes of the file.
 *
 * <p>A file that is read twice counts half in each pass, so that the listener sees one journey from 0 to the file's size. The number never
 * falls, is told about every 64 KiB of that journey, and at the end is exactly the size that the file had when it was opened.
 */
final class CsvProgress {
    private static final long STEP = 1 << 16;

    private final LongConsumer listener;
    private final long size;
    private final int passes;
    private long told;

    CsvProgress(LongConsumer listener, long size, int passes) {
        this.listener = listener;
        this.size = size;
        this.passes = passes;
    }

    /** So many bytes have been read in a pass; the first pass is 0. */
    void read(int pass, long bytes) {
        long share = Math.min(bytes, size);
        long total = pass * (size / passes) + share / passes;
        if (total - told >= STEP) {
            tell(total);
        }
    }

    void end() {
        tell(size);
    }

    private void tell(long bytes) {
        told = bytes;
        listener.accept(bytes);
    }
}
