package io.dictdb.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.LoadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* What this library compresses, it expands by default, however well it could have been compressed. */
class GzipTest {
    private static final long BYTES = 210L << 20;
    private static final int LIMIT = LoadOptions.defaults().maxExpansion();

    private final CRC32C written = new CRC32C();

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1 << 16, 1_000_001, 100 << 20})
    void zeros(int piece) throws IOException {
        byte[] compressed = compressed(new byte[piece], BYTES);
        assertThat(compressed.length).isLessThan((int) (BYTES / 80));
        assertExpands(compressed, BYTES);
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64, 65})
    void aLittleMoreThanIsHarmless(int mebibytes) throws IOException {
        long length = ((long) mebibytes << 20) + 1;
        assertExpands(compressed(new byte[1], 1, new byte[1 << 20], length - 1), length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void zerosBetweenNoise(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] piece = new byte[30 << 20];
        for (int at = 0; at < piece.length; at += 3 << 20) {
            byte[] noise = new byte[random.nextInt(1 << 16)];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, piece, at + random.nextInt(1 << 20), noise.length);
        }
        assertExpands(compressed(new byte[1 << 20], 60L << 20, piece, 120L << 20), 180L << 20);
    }

    private byte[] compressed(byte[] piece, long length) throws IOException {
        return compressed(piece, length, piece, 0);
    }

    private byte[] compressed(byte[] first, long firstLength, byte[] second, long secondLength) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new CheckedOutputStream(new Gzip(out), written)) {
            repeat(first, firstLength, gzip);
            repeat(second, secondLength, gzip);
        }
        return out.toByteArray();
    }

    private static void repeat(byte[] piece, long length, OutputStream out) throws IOException {
        for (long left = length; left > 0; left -= piece.length) {
            out.write(piece, 0, (int) Math.min(left, piece.length));
        }
    }

    private void assertExpands(byte[] compressed, long length) throws IOException {
        CRC32C read = new CRC32C();
        assertThat(expand(compressed, read)).isEqualTo(length);
        assertThat(read.getValue()).isEqualTo(written.getValue());
    }

    /** Returns the length. */
    private static long expand(byte[] compressed, CRC32C checksum) throws IOException {
        long length = 0;
        byte[] buffer = new byte[1 << 16];
        try (Gunzip in = new Gunzip(new ByteArrayInputStream(compressed), LIMIT)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                checksum.update(buffer, 0, n);
                length += n;
            }
        }
        return length;
    }
}
