package io.dictdb.internal.image;

import io.dictdb.internal.bytes.ByteInput;
import io.dictdb.spi.SourceFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads a file of frames; no byte is handed on before its frame's checksum has been found right. */
final class FrameInput implements ByteInput.Source {
    private final SourceFile source;
    private final long file;
    private int number;
    private boolean ended;

    FrameInput(SourceFile source) throws IOException {
        this.source = source;
        this.file = header();
    }

    private long header() throws IOException {
        byte[] bytes = new byte[Frame.FILE_HEADER];
        fully(bytes, 0, bytes.length);
        ByteBuffer header = Frame.over(bytes);
        boolean whole = header.getLong() == Frame.MAGIC
                && Frame.checksum(bytes, Frame.FILE_HEADER - Frame.CHECKSUM)
                        == header.getInt(Frame.FILE_HEADER - Frame.CHECKSUM);
        require(whole, "its header", 0);
        int version = header.getShort() & 0xFFFF;
        if (version != Frame.VERSION) {
            throw source.unsupported(version, Frame.VERSION);
        }
        require(header.getShort() == 0, "its header", 0);
        return header.getLong();
    }

    @Override
    public int read(byte[] into, int offset) throws IOException {
        if (ended) {
            return -1;
        }
        long start = source.offset();
        byte[] header = new byte[Frame.HEADER];
        fully(header, 0, header.length);
        ByteBuffer fields = Frame.over(header);
        int length = fields.getInt(5);
        ended = fields.get(4) == 1;
        require(Arrays.equals(header, Frame.header(file, number, ended, length)), "the head of a frame", start);
        require(length >= 0 && length <= Frame.PAYLOAD, "the length of a frame", start);
        payload(into, offset, length, start);
        return length;
    }

    private void payload(byte[] into, int offset, int length, long start) throws IOException {
        fully(into, offset, length);
        byte[] checksum = new byte[Frame.CHECKSUM];
        fully(checksum, 0, checksum.length);
        int found = Frame.over(checksum).getInt();
        require(found == Frame.checksum(file, number, into, offset, length), "the content of a frame", start);
        number++;
    }

    private void fully(byte[] into, int offset, int length) throws IOException {
        if (source.stream().readNBytes(into, offset, length) < length) {
            throw new EOFException();
        }
    }

    private void require(boolean right, String what, long at) {
        if (!right) {
            throw source.corrupt(what + " is not what was written", at);
        }
    }
}
