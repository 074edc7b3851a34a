package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.LoadOptions;
import io.dictdb.StorageException;
import io.dictdb.TruncatedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* A pickle has no checksum, so another bit may make another database of it. But a cut is always noticed, and whatever else happens to a file, it is loaded or refused. */
class DamagedPicklesTest {
    private static final Path FILES = Path.of("src/test/resources");

    @TempDir
    Path directory;

    private Loads loads;

    @BeforeEach
    void begin() {
        loads = new Loads(directory, LoadOptions.defaults().setsAsLists(true));
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(FILES.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "golden/many_tables/full.pickle",
                "protocols/sets.0.pickle",
                "protocols/sets.2.pickle",
                "protocols/sets.4.pickle"
            })
    void cutAtEveryByte(String name) throws IOException {
        byte[] whole = file(name);
        for (int length = 0; length < whole.length; length++) {
            Optional<StorageException> refused = loads.load(Arrays.copyOf(whole, length));
            assertThat(refused).as("%s cut to %d bytes", name, length).containsInstanceOf(TruncatedFileException.class);
        }
        assertThat(loads.load(whole)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"golden/nonfinite/full.pickle", "protocols/sets.5.pickle"})
    void everyBitFlipped(String name) throws IOException {
        byte[] whole = file(name);
        int refused = 0;
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            refused += loads.load(flipped).isPresent() ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(whole.length * 4);
    }

    @Test
    void mutatedAtRandom() throws IOException {
        long seed = Long.getLong("dictdb.seed", 20_261_125);
        int count = Integer.getInteger("dictdb.mutations", 2_000);
        byte[][] files = {
            file("golden/values/full.pickle"), file("golden/schemas/full.pickle"),
                    file("golden/pickle_only/full.pickle"),
            file("golden/many_tables/full.pickle"), file("protocols/sets.0.pickle"), file("protocols/sets.3.pickle")
        };
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed + i);
            byte[] mutated = mutated(files, random);
            try {
                loads.load(mutated);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("-Ddictdb.seed=" + (seed + i) + " -Ddictdb.mutations=1", e);
            }
        }
    }

    private static byte[] mutated(byte[][] files, Random random) {
        byte[] bytes = files[random.nextInt(files.length)].clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            bytes = once(bytes, files[random.nextInt(files.length)], random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, byte[] other, Random random) {
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(40, bytes.length - at));
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 ->
                bytes[at] = (byte)
                        "(.0129]}),=NIJKLMFGVXBC)]}ltdsuae\u0085\u0086\u0087\u008a\u008c\u008f\u0090\u0091\u0093\u0094RbRchgjpqr"
                                .charAt(random.nextInt(50));
            case 2 -> bytes = joined(bytes, at, bytes, at + length, bytes.length);
            case 3 -> bytes = joined(bytes, at + length, bytes, at, bytes.length);
            default -> bytes = joined(bytes, at, other, random.nextInt(other.length), other.length);
        }
        return bytes.length == 0 ? new byte[] {'.'} : bytes;
    }

    /** The beginning of one and a part of another. */
    private static byte[] joined(byte[] a, int end, byte[] b, int from, int to) {
        byte[] joined = Arrays.copyOf(a, end + to - from);
        System.arraycopy(b, from, joined, end, to - from);
        return joined;
    }
}
