package io.dictdb.proofs.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The content of an image, in frames whose checksums are right: with wrong ones no input would come far. Made from docs/file-formats.md, not from the code. */
public final class ImageTarget {
    private static final int LONGEST = 1 << 20;

    private ImageTarget() {}

    /** Called with each input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input.load(framed(bytes), "image");
    }

    /** A file with that content in one frame. */
    static byte[] framed(byte[] content) {
        int length = Math.min(content.length, LONGEST);
        ByteBuffer file = ByteBuffer.wrap(new byte[24 + 17 + length + 17]).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x89, 0x44, 0x44, 0x42, 0x0D, 0x0A, 0x1A, 0x0A});
        file.putShort((short) 1).putShort((short) 0).putLong(7);
        file.putInt(checksum(Arrays.copyOf(file.array(), 20)));
        frame(file, 0, 0, Arrays.copyOf(content, length));
        frame(file, 1, 1, new byte[0]);
        return file.array();
    }

    private static void frame(ByteBuffer file, int number, int last, byte[] content) {
        byte[] head = ByteBuffer.wrap(new byte[9])
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .put((byte) last)
                .putInt(content.length)
                .array();
        file.put(head).putInt(checksum(place(number), head));
        file.put(content).putInt(checksum(place(number), content));
    }

    private static byte[] place(int number) {
        return ByteBuffer.wrap(new byte[12])
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(7)
                .putInt(number)
                .array();
    }

    private static int checksum(byte[]... parts) {
        CRC32C checksum = new CRC32C();
        for (byte[] part : parts) {
            checksum.update(part, 0, part.length);
        }
        return (int) checksum.getValue();
    }

    /** The content of a file of one frame. */
    static byte[] content(byte[] file) {
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(24 + 5);
        return Arrays.copyOfRange(file, 24 + 13, 24 + 13 + length);
    }
}
