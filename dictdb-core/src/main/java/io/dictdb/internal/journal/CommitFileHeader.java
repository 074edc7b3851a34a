package io.dictdb.internal.journal;

import io.dictdb.internal.bytes.ByteInput;
import io.dictdb.internal.bytes.ByteOutput;
import io.dictdb.internal.file.Origin;
import io.dictdb.internal.value.Limits;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * How a file of commits begins: a delta that holds each commit, not only what came of them. Frames follow as in a segment, and nothing else.
 *
 * @param id a random number that the frames' checksums are made with
 * @param follows the backup whose commits it continues
 * @param from the commit that this one holds
 * @param sequence the last commit in it
 * @param at when it was written
 */
public record CommitFileHeader(long id, Origin follows, long from, long sequence, Instant at) {
    public static final int VERSION = 1;
    private static final byte[] MAGIC = {(byte) 0x89, 'D', 'D', 'C', '\r', '\n', 0x1A, '\n'};
    private static final int START = MAGIC.length + Short.BYTES + Integer.BYTES;
    private static final int MOST = 1 << 16;

    /** Whether a file that begins like this is one, of whatever version. */
    public static boolean recognises(byte[] start) {
        return start.length >= START && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** The version that the beginning of such a file tells. */
    public static int version(byte[] start) {
        return over(start).getShort(MAGIC.length) & 0xFFFF;
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] fields = fields();
        byte[] bytes = Arrays.copyOf(MAGIC, START + fields.length + Integer.BYTES);
        ByteBuffer buffer = over(bytes)
                .position(MAGIC.length)
                .putShort((short) VERSION)
                .putInt(fields.length)
                .put(fields);
        ByteBuffer unused = buffer.putInt(checksum(bytes, buffer.position()));
        out.write(bytes);
    }

    private byte[] fields() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteOutput out = new ByteOutput(MOST, (piece, length) -> bytes.write(piece, 0, length));
        out.fixed64(id);
        out.string(follows.file());
        out.varint(follows.checksum());
        out.varint(from);
        out.varint(sequence);
        out.signed(at.getEpochSecond());
        out.varint(at.getNano());
        out.flush();
        return bytes.toByteArray();
    }

    /** Reads one; what makes no sense is an {@link IllegalArgumentException}. Leaves the stream behind it. */
    static CommitFileHeader read(InputStream in) throws IOException {
        byte[] start = in.readNBytes(START);
        ByteInput.require(recognises(start), "it does not begin as a file of commits does");
        int length = over(start).getInt(START - Integer.BYTES);
        ByteInput.require(length > 0 && length <= MOST, "its header is not true");
        byte[] bytes = Arrays.copyOf(start, START + length + Integer.BYTES);
        if (in.readNBytes(bytes, START, length + Integer.BYTES) < length + Integer.BYTES) {
            throw new EOFException();
        }
        int end = START + length;
        ByteInput.require(over(bytes).getInt(end) == checksum(bytes, end), "its header is not true");
        return of(Arrays.copyOfRange(bytes, START, end));
    }

    private static CommitFileHeader of(byte[] fields) throws IOException {
        boolean[] read = {false};
        ByteInput in = new ByteInput(fields.length, (into, offset) -> {
            int length = read[0] ? -1 : fields.length;
            System.arraycopy(fields, 0, into, offset, Math.max(0, length));
            read[0] = true;
            return length;
        });
        try {
            long id = in.fixed64();
            Origin follows = new Origin(in.string(Limits.NAME_CHARS), in.varint());
            return new CommitFileHeader(
                    id, follows, in.varint(), in.varint(), Instant.ofEpochSecond(in.signed(), in.count(999_999_999)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
