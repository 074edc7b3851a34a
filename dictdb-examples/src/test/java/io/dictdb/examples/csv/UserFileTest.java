package io.dictdb.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.examples.tour.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UserFileTest {
    @TempDir
    private Path directory;

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> open(directory.resolve("none.csv")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("there is no file ")
                .hasMessageEndingWith("none.csv");
    }

    @Test
    void aDirectoryIsRefused() {
        assertThatThrownBy(() -> open(directory)).isInstanceOf(Refusal.class).hasMessageContaining("is a directory");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "JSON, `[{\"a\": 1}]`",
                "JSON, `{\"a\": 1}`",
                "HTML, <!DOCTYPE html>",
                "XML, <?xml version='1.0'?>",
                "PDF, %PDF-1.7"
            })
    void otherKindsOfTextAreRefusedByName(String kind, String content) {
        assertThatThrownBy(() -> open(file("x.csv", content)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not a CSV file: it looks like " + kind);
    }

    @Test
    void binaryDataIsRefused() {
        assertThatThrownBy(() -> open(file("x.png", "\u0089PNG\r\n\u001a\n\u0000\u0000")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("binary data");
    }

    @Test
    void theTableIsNamedAfterTheFile() throws IOException {
        assertThat(open(file("people.csv", "a")).tableName()).isEqualTo("people");
        assertThat(open(file("my people.2026.csv", "a")).tableName()).isEqualTo("my people.2026");
        assertThat(open(file("plain", "a")).tableName()).isEqualTo("plain");
        assertThat(open(file(".hidden", "a")).tableName()).isEqualTo(".hidden");
    }

    @Test
    void theKeyIsNoColumnOfTheFile() throws IOException {
        assertThat(open(file("a.csv", "id,name\n")).options().primaryKey()).isEqualTo("row");
        assertThat(open(file("b.csv", "row,_row\n")).options().primaryKey()).isEqualTo("__row");
    }

    static Stream<Arguments> firstLines() {
        return Stream.of(
                Arguments.of("a,b;c,d", ','),
                Arguments.of("a;b;c,d", ';'),
                Arguments.of("a\tb", '\t'),
                Arguments.of("a|b|c", '|'),
                Arguments.of("a", ','),
                Arguments.of("\"a;b;c\",d", ','),
                Arguments.of("\"x\n;;;\",b", ','));
    }

    @ParameterizedTest
    @MethodSource("firstLines")
    void theDelimiterIsTheOneThatTheFirstLineHasMostOf(String line, char delimiter) {
        assertThat(Delimiter.guess(line + "\n;;;;;;;;\n")).isEqualTo(delimiter);
    }

    @Test
    void aDelimiterIsOneCharacter() {
        assertThat(Delimiter.parse(";")).isEqualTo(';');
        assertThat(Delimiter.parse("tab")).isEqualTo('\t');
        assertThat(Delimiter.parse("\\t")).isEqualTo('\t');
        for (String wrong : new String[] {"", "ab", "\"", "\n"}) {
            assertThatThrownBy(() -> Delimiter.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void literalsAreJava() {
        assertThat(Code.literal("say \"hi\"\\\n\u0007")).isEqualTo("\"say \\\"hi\\\"\\\\\\n\\u0007\"");
        assertThat(Code.literal(7L)).isEqualTo("7");
        assertThat(Code.literal(7_000_000_000L)).isEqualTo("7000000000L");
        assertThat(Code.literal(1.5)).isEqualTo("1.5");
    }

    private static UserFile open(Path path) {
        return UserFile.of(path, null, true, StandardCharsets.UTF_8);
    }

    private Path file(String name, String content) throws IOException {
        return Files.write(directory.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }
}
