package io.dictdb.internal.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.UnixOperatingSystemMXBean;
import io.dictdb.CsvOptions;
import io.dictdb.StorageException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a file is said with its path and its line. */
class CsvFaultsTest {
    private static final CsvOptions DEFAULTS = CsvOptions.defaults();
    private static final CsvOptions AS_IT_STANDS = DEFAULTS.inferTypes(false);

    @TempDir
    Path directory;

    private static StorageException fault(CsvFile file, CsvOptions options) {
        StorageException fault = catchThrowableOfType(StorageException.class, () -> file.rows(options));
        assertThat(fault).isNotNull();
        assertThat(fault.path()).isEqualTo(file.path());
        assertThat(fault).hasMessageContaining(file.path().toString()).hasCauseInstanceOf(IOException.class);
        return fault;
    }

    private StorageException fault(String content) {
        return fault(CsvFile.of(directory, content), DEFAULTS);
    }

    @Test
    void aMissingFile() {
        assertThat(fault(new CsvFile(directory.resolve("nowhere.csv")), DEFAULTS))
                .hasMessageContaining("there is no ");
    }

    @Test
    void aDirectory() {
        assertThat(fault(new CsvFile(directory), DEFAULTS)).hasMessageEndingWith("it is a directory");
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        CsvFile file = CsvFile.of(directory, "a\n1\n");
        assertThat(file.path().toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(file.path()), "the superuser reads everything");
        assertThat(fault(file, DEFAULTS)).hasMessageContaining("permission denied");
    }

    @Test
    void aFileThatVanishesBetweenTheReadings() throws IOException {
        CsvFile file = CsvFile.of(directory, "a\n1\n");
        CsvSource source = file.open(DEFAULTS);
        Files.delete(file.path());
        assertThatThrownBy(() -> CsvFile.rows(source))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("there is no ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void bytesThatAreNotOfTheCharset(String lineBreak) {
        String content = String.join(lineBreak, "name", "x", "\"two", "lines\"", "Zürich", "y");
        StorageException fault = fault(CsvFile.of(directory, content, ISO_8859_1), DEFAULTS);
        assertThat(fault).hasMessageContaining("line 5: bytes that are not UTF-8");
    }

    @Test
    void bytesThatAreNotOfTheCharsetFarFromTheStart() {
        String content = "name\n" + "some text\n".repeat(50_000) + "Zürich\n" + "more text\n".repeat(50_000);
        assertThat(fault(CsvFile.of(directory, content, ISO_8859_1), DEFAULTS)).hasMessageContaining("line 50002:");
        assertThat(fault(CsvFile.of(directory, content, ISO_8859_1), AS_IT_STANDS))
                .hasMessageContaining("line 50002:");
        assertThat(fault(CsvFile.of(directory, content), DEFAULTS.charset(US_ASCII)))
                .hasMessageContaining("line 50002: bytes that are not US-ASCII");
    }

    @Test
    void aCharacterCutOffAtTheEnd() {
        CsvFile file = CsvFile.of(directory, new byte[] {'a', '\n', 'b', '\n', (byte) 0xC3});
        assertThat(fault(file, DEFAULTS)).hasMessageContaining("line 3: bytes that are not UTF-8");
    }

    @Test
    void utf16ReadAsUtf8() {
        assertThat(fault(CsvFile.of(directory, "\uFEFFa\n1\n", UTF_16LE), DEFAULTS))
                .hasMessageContaining("line 1: bytes that are not UTF-8");
    }

    @Test
    void aQuoteThatIsNeverClosed() {
        assertThat(fault("a,b\n1,2\n3,\"four\n5,6\n7,8\n"))
                .hasMessageContaining("line 3, column 2: the quote that opens there is never closed");
        assertThat(fault("a,b\n\"one\n\ntwo\",\"three\r\nfour\",\"five\n\n"))
                .hasMessageContaining("line 5, column 3: the quote");
        assertThat(fault("a\n\"")).hasMessageContaining("line 2, column 1: the quote");
        assertThat(fault("\"a\n1\n")).hasMessageContaining("line 1, column 1: the quote");
    }

    @Test
    void aQuoteThatIsNeverClosedInALongFile() {
        String rest = "7,\"quoted\"\n".repeat(20_000);
        assertThat(fault("a,b\n" + rest + "7,\"eight\n" + rest)).hasMessageContaining("line 20002, column 2:");
    }

    @Test
    void charactersAfterAClosingQuote() {
        assertThat(fault("a,b\n\"x\ny\",\"z\"z\n"))
                .hasMessageContaining("line 3, column 2: only a delimiter or a line break may follow a closing quote");
    }

    @Test
    void aCellBeyondTheLimit() {
        String longest = "x".repeat(20_000_000);
        CsvFile file = CsvFile.of(directory, "a,b\n1," + longest + "\n", US_ASCII);
        assertThat(file.rows()).containsExactly(asList(1L, longest));
        CsvFile larger = CsvFile.of(directory, "a,b\n\n1," + longest + "x\n", US_ASCII);
        assertThat(fault(larger, DEFAULTS))
                .hasMessageContaining("line 3, column 2: a cell of more than 20000000 characters");
    }

    @Test
    void aNameBeyondTheLimit() {
        assertThat(CsvFile.of(directory, "a," + "x".repeat(50_000)).columns()).hasSize(2);
        assertThat(fault("a," + "x".repeat(50_001)))
                .hasMessageContaining("header, column 2: a name of more than 50000 characters");
        assertThat(fault("x".repeat(50_000) + "," + "x".repeat(50_000))).hasMessageContaining("header, column 2");
    }

    @Test
    void aCellThatIsNoLongerWhatItWas() {
        CsvSource source = CsvFile.of(directory, "a,b\n1,x\n2,y\n").open(DEFAULTS);
        for (String changed : List.of("1,x\nlater,y", "1,x\n2.5,y", "1,x\n02,y")) {
            CsvFile.of(directory, "a,b\n" + changed);
            assertThatThrownBy(() -> CsvFile.rows(source))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("line 3, column 1: the file was changed while it was read");
        }
    }

    @Test
    void aColumnThatIsNoLongerEmptyAndAHeaderThatIsAnother() {
        CsvSource source = CsvFile.of(directory, "a,b\n,x\n").open(DEFAULTS);
        CsvFile.of(directory, "a,b\n1,x\n");
        assertThatThrownBy(() -> CsvFile.rows(source))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the file was changed");
        CsvFile.of(directory, "b,a\n,x\n");
        assertThatThrownBy(() -> CsvFile.rows(source))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the file was changed");
    }

    @Test
    void aChangeThatChangesNoKindIsReadAsItIs() {
        CsvSource source = CsvFile.of(directory, "a,b\n1,x\n").open(DEFAULTS);
        CsvFile.of(directory, "a,b\n7,y\n8,z\n");
        assertThat(CsvFile.rows(source)).containsExactly(asList(7L, "y"), asList(8L, "z"));
    }

    @Test
    void noFileIsLeftOpenAfterAFault() {
        fault("a\n\"x");
        long before = openFiles();
        for (int i = 0; i < 200; i++) {
            fault("a\n\"x");
        }
        assertThat(openFiles() - before).isLessThan(100);
    }

    private static long openFiles() {
        boolean counted = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean;
        return counted
                ? ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getOpenFileDescriptorCount()
                : 0;
    }

    /** Whatever the bytes, the answer is records or a StorageException. */
    @Test
    void randomBytesGiveRecordsOrAFault() {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] content = bytes(random);
            CsvFile file = CsvFile.of(directory, content);
            try {
                int columns = file.columns().size();
                assertThat(file.rows())
                        .as("-Ddictdb.seed=%s", seed)
                        .allSatisfy(row -> assertThat(row).hasSize(columns));
            } catch (StorageException expected) {
                assertThat(expected.path()).isEqualTo(file.path());
            } catch (RuntimeException | Error wrong) {
                throw new AssertionError(
                        "-Ddictdb.seed=" + seed + ": " + new String(content, StandardCharsets.ISO_8859_1), wrong);
            }
        }
    }

    private static byte[] bytes(Random random) {
        byte[] alphabet = "\"\",,\n\r\n-01.x \u00C3\u00BC\u00EF".getBytes(ISO_8859_1);
        byte[] bytes = new byte[random.nextInt(40)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = alphabet[random.nextInt(alphabet.length)];
        }
        return bytes;
    }
}
