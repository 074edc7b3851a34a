package io.dictdb.proofs.fuzz;

import io.dictdb.DictDB;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Commits, each with two bytes before it that tell its length, in the journal of a store, in frames whose checksums are right: with wrong ones no input would come far. Made from docs/file-formats.md, not from the
 * code.
 */
public final class JournalTarget {
    private static final int HEADER = 68;
    private static final int FRAME = 16;
    private static final long ID = 7;
    private static final Path STORE = store();

    private JournalTarget() {}

    private static Path store() {
        try {
            Path store = Files.createTempDirectory("dictdb-fuzz-store");
            store.toFile().deleteOnExit();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called with each input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        boolean unused = isGood(bytes);
    }

    /** Whether a store opens with these commits. */
    static boolean isGood(byte[] bytes) {
        return Input.check(STORE.resolve("dictdb-journal-0000000001.ddj"), STORE, segment(bytes), DictDB::open);
    }

    private static byte[] segment(byte[] commits) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] header = new byte[HEADER];
        ByteBuffer fields = over(header).put(new byte[] {(byte) 0x89, 0x44, 0x44, 0x4A, 0x0D, 0x0A, 0x1A, 0x0A});
        fields.putShort((short) 1).position(16).putLong(ID).putLong(1);
        fields.putInt(64, checksum(header));
        file.writeBytes(header);
        ByteBuffer in = over(commits);
        for (long number = 1; in.remaining() > 1; number++) {
            byte[] payload = new byte[Math.min(in.getShort() & 0xFFFF, in.remaining())];
            in.get(payload);
            file.writeBytes(frame(number, payload));
        }
        return file.toByteArray();
    }

    private static byte[] frame(long number, byte[] payload) {
        byte[] frame = new byte[FRAME + payload.length];
        byte[] id = new byte[Long.BYTES];
        over(id).putLong(ID);
        ByteBuffer fields = over(frame).putInt(payload.length).putLong(number);
        CRC32C checksum = new CRC32C();
        checksum.update(id, 0, id.length);
        checksum.update(frame, 0, fields.position());
        checksum.update(payload, 0, payload.length);
        fields.putInt((int) checksum.getValue()).put(payload);
        return frame;
    }

    /** The commits of a good segment whose commits have a frame each. */
    static byte[] commits(byte[] segment) {
        ByteArrayOutputStream commits = new ByteArrayOutputStream();
        ByteBuffer in = over(segment).position(HEADER);
        while (in.hasRemaining()) {
            int length = in.getInt();
            in.position(in.position() + FRAME - 4);
            boolean mark = length < 0 || length > 1 << 20;
            if (!mark) {
                commits.write(length);
                commits.write(length >> 8);
                commits.writeBytes(Arrays.copyOfRange(segment, in.position(), in.position() + length));
                in.position(in.position() + length);
            }
        }
        return commits.toByteArray();
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] header) {
        CRC32C checksum = new CRC32C();
        checksum.update(header, 0, HEADER - Integer.BYTES);
        return (int) checksum.getValue();
    }
}
