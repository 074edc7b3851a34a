package io.dictdb.internal.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes have been written, after each call. */
public final class CountingOutput extends FilterOutputStream {
    private final LongConsumer listener;
    private long count;

    public CountingOutput(OutputStream out, LongConsumer listener) {
        super(out);
        this.listener = listener;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        listener.accept(++count);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        count += length;
        listener.accept(count);
    }
}
