package io.dictdb.internal.image;

import io.dictdb.internal.bytes.ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** Writes a file of frames. */
final class FrameOutput implements ByteOutput.Sink {
    private final OutputStream out;
    private final long file = UUID.randomUUID().getLeastSignificantBits();
    private int number;

    FrameOutput(OutputStream out) throws IOException {
        this.out = out;
        out.write(Frame.fileHeader(file));
    }

    @Override
    public void accept(byte[] payload, int length) throws IOException {
        write(payload, length, false);
    }

    /** Writes the frame that says that all have come. */
    void end() throws IOException {
        write(new byte[0], 0, true);
    }

    private void write(byte[] payload, int length, boolean last) throws IOException {
        out.write(Frame.header(file, number, last, length));
        out.write(payload, 0, length);
        byte[] checksum = new byte[Frame.CHECKSUM];
        Frame.over(checksum).putInt(Frame.checksum(file, number, payload, 0, length));
        out.write(checksum);
        number++;
    }
}
