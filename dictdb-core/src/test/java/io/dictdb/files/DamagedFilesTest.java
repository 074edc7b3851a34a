package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.TruncatedFileException;
import io.dictdb.UnsupportedFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* A file that was cut anywhere, or of which any one bit is another, is never taken for a database. */
class DamagedFilesTest {
    @TempDir
    Path directory;

    private byte[] saved(String name) throws IOException {
        Path file = directory.resolve("whole-" + name);
        Everything.create().save(file);
        return Files.readAllBytes(file);
    }

    private StorageException refused(Path file, byte[] bytes, String what) throws IOException {
        Files.write(file, bytes);
        try {
            DictDB db = DictDB.load(file);
            throw new AssertionError(what + " was loaded: " + db.listTables());
        } catch (CorruptFileException | UnsupportedFormatException e) {
            assertThat(e.path()).as(what).isEqualTo(file);
            assertThat(e).as(what).message().contains(file.toString());
            return e;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.json", "db.json.gz", "db.ddb"})
    void cutAtEveryByte(String name) throws IOException {
        byte[] whole = saved(name);
        assertThat(whole).hasSizeBetween(1_000, 10_000);
        Path file = directory.resolve(name);
        for (int length = 0; length < whole.length; length++) {
            String what = name + " cut to " + length + " of " + whole.length + " bytes";
            StorageException refused = refused(file, Arrays.copyOf(whole, length), what);
            assertThat(refused).as(what).isInstanceOf(TruncatedFileException.class);
            assertThat(((TruncatedFileException) refused).offset()).as(what).isNotNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.json", "db.ddb"})
    void everyBitFlipped(String name) throws IOException {
        byte[] whole = saved(name);
        Path file = directory.resolve(name);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            refused(file, flipped, name + " with bit " + bit % 8 + " of byte " + bit / 8 + " flipped");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.json", "db.json.gz", "db.ddb"})
    void withSomethingBehindItsEnd(String name) throws IOException {
        byte[] whole = saved(name);
        for (String more : new String[] {"\n", " ", "\0", "}", "x".repeat(100), "{}".repeat(100_000)}) {
            byte[] longer = Arrays.copyOf(whole, whole.length + more.length());
            System.arraycopy(
                    more.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, longer, whole.length, more.length());
            refused(directory.resolve(name), longer, name + " with " + more.length() + " bytes more");
        }
    }
}
