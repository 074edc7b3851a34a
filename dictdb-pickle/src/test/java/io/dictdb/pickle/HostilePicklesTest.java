package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dictdb.DictDB;
import io.dictdb.LoadOptions;
import io.dictdb.TruncatedFileException;
import io.dictdb.UnsupportedFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/* Pickles made to do harm, or of nonsense: each is refused by an exception that names the file, and asks for little memory before. */
class HostilePicklesTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> eachIsRefused() {
        Map<String, byte[]> files = Hostile.files();
        assertThat(files).hasSizeGreaterThan(1_000);
        Loads loads = new Loads(directory, LoadOptions.defaults());
        return files.entrySet().stream()
                .map(file -> dynamicTest(
                        file.getKey(),
                        () -> assertThat(loads.load(file.getValue())).isPresent()));
    }

    @Test
    void theMessageNamesWhatWasAskedFor() throws IOException {
        Path file = directory.resolve("evil.pickle");
        Files.write(
                file,
                Pickle.protocol(2)
                        .global("os", "system")
                        .text("id")
                        .raw(0x85, 'R', '.')
                        .done());
        assertThatThrownBy(() -> DictDB.load(file))
                .hasMessage(file + " is damaged at byte 23: it names os.system, which is no plain data");
    }

    @Test
    void aNewerProtocolIsNotDamage() throws IOException {
        Path file = directory.resolve("new.pickle");
        Files.write(file, Pickle.protocol(6).database().databaseEnds());
        assertThatThrownBy(() -> DictDB.load(file)).isInstanceOfSatisfying(UnsupportedFormatException.class, e -> {
            assertThat(e.version()).isEqualTo(6);
            assertThat(e.reason()).isEqualTo(UnsupportedFormatException.Reason.TOO_NEW);
        });
    }

    @Test
    void aLengthThatTheFileDoesNotHaveIsACut() throws IOException {
        Path file = directory.resolve("cut.pickle");
        Files.write(file, Pickle.protocol(4).i4('X', 5_000_000).ascii("abc").done());
        assertThatThrownBy(() -> DictDB.load(file)).isInstanceOf(TruncatedFileException.class);
    }
}
