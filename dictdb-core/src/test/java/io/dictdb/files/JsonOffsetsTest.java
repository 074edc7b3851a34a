package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.TruncatedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* Damage is told by its byte, whatever characters come before it: as they are, or escaped. */
class JsonOffsetsTest {
    private static final String HEAD =
            "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [{\"id\": 1, \"v\": \"";

    @TempDir
    Path directory;

    private CorruptFileException refused(byte[] bytes) throws IOException {
        Path file = directory.resolve("given.json");
        Files.write(file, bytes);
        return catchThrowableOfType(CorruptFileException.class, () -> DictDB.load(file));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "\ud83d\ude00", "\u20ac", "\u00e9\\ud800"})
    void cutAtEveryByte(String character) throws IOException {
        String text = HEAD + character.repeat(4_500 / utf8(character).length) + "\", \"" + character
                + "\": [NaN, true, -Infinity, 1.5, -2e-7, false, Infinity, null, \"" + character + "\"]}]}}}";
        byte[] whole = utf8(text);
        assertThat(refused(whole)).isNull();
        for (int length = 0; length < whole.length; length += length < 3_000 ? 29 : 1) {
            CorruptFileException refused = refused(Arrays.copyOf(whole, length));
            assertThat(refused).as("%s bytes", length).isInstanceOf(TruncatedFileException.class);
            assertThat(refused.offset()).as("%s bytes", length).isBetween(0L, (long) length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 333, 665, 2_000, 3_999, 4_000, 10_001})
    void whatMakesNoSenseIsFoundBehindAnyCharacters(int count) throws IOException {
        for (String character :
                new String[] {"x", "\\ud83d\\ude00", "\ud83d\ude00", "\u20ac", "\u00e9\\ud800", "\\\\"}) {
            String good = HEAD + character.repeat(count) + "\", ";
            CorruptFileException refused = refused(utf8(good + "?: 1}]}}}"));
            assertThat(refused.offset())
                    .as("%s times %s", count, character)
                    .isBetween(utf8(good).length + 0L, utf8(good).length + 1L);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_730, 5_000})
    void bytesThatAreNoTextAreFound(int count) throws IOException {
        byte[] good = utf8(HEAD + "\u20ac".repeat(count));
        for (int wrong : new int[] {0x80, 0xC0, 0xED, 0xFF}) {
            byte[] bytes = Arrays.copyOf(good, good.length + 3);
            bytes[good.length] = (byte) wrong;
            bytes[good.length + 1] = '"';
            bytes[good.length + 2] = '}';
            CorruptFileException refused = refused(bytes);
            assertThat(refused).hasMessageContaining("UTF-8").isNotInstanceOf(TruncatedFileException.class);
            assertThat(refused.offset()).isEqualTo(good.length);
        }
    }

    @Test
    void theStartOfACompressedFileIsNoEmptyOne() throws IOException {
        Path file = directory.resolve("db.json.gz");
        DictDB.create().save(file);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {1, 5, 9, 10}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> DictDB.load(file))
                    .isInstanceOf(TruncatedFileException.class)
                    .hasMessageContaining("ends too early");
        }
    }
}
