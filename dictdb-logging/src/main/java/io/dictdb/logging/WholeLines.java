package io.dictdb.logging;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Appends lines to a file, and leaves none half written: what a full disk has taken of a line is cut off again, and the next ones are tried. Interrupts do not close it, and who cuts the file meanwhile finds the next line at its
 * new end. Not for use by many threads.
 */
final class WholeLines extends OutputStream {
    private static final int ROOM = 1 << 16;

    private final Path file;
    private final Consumer<IOException> failures;
    private final FileOutputStream out;
    private final byte[] buffer = new byte[ROOM];
    private int filled;

    /** @param failures is told what cannot be written; that is not tried again */
    WholeLines(Path file, Consumer<IOException> failures) throws IOException {
        this.file = file;
        this.failures = failures;
        this.out = new FileOutputStream(file.toFile(), true);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (length > ROOM - filled) {
            flush();
        }
        if (length > ROOM) {
            append(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, buffer, filled, length);
            filled += length;
        }
    }

    @Override
    public void flush() {
        if (filled > 0) {
            append(buffer, 0, filled);
            filled = 0;
        }
    }

    private void append(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failures.accept(e);
            cut();
        }
    }

    /** Back to the last line that is whole. */
    void cut() {
        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
            long end = written.length();
            while (end > 0 && !endsLine(written, end)) {
                end--;
            }
            written.setLength(end);
        } catch (IOException e) {
            failures.accept(e); // as with a device, which has no length
        }
    }

    private static boolean endsLine(RandomAccessFile written, long end) throws IOException {
        written.seek(end - 1);
        return written.read() == '\n';
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
