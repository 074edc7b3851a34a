package io.dictdb.internal.codec;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CsvOptions;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of a file: lines, cells, names, characters. */
class CsvSourceTest {
    private static final CsvOptions DEFAULTS = CsvOptions.defaults();
    private static final CsvOptions NO_HEADER = DEFAULTS.header(false);
    private static final CsvOptions AS_IT_STANDS = DEFAULTS.inferTypes(false);

    @TempDir
    Path directory;

    private CsvFile file(String content) {
        return CsvFile.of(directory, content);
    }

    @Test
    void theFirstLineHoldsTheNames() {
        CsvFile file = file("id,name\n1,Ada\n2,Grace\n");
        assertThat(file.columns()).containsExactly("id", "name");
        assertThat(file.rows()).containsExactly(asList(1L, "Ada"), asList(2L, "Grace"));
    }

    @Test
    void withoutHeaderColumnsAreNumbered() {
        CsvFile file = file("1,Ada\n2,Grace\n");
        assertThat(file.open(NO_HEADER).columns()).containsExactly("col_0", "col_1");
        assertThat(file.rows(NO_HEADER)).containsExactly(asList(1L, "Ada"), asList(2L, "Grace"));
    }

    @Test
    void withoutHeaderTheFirstLineCountsForTheTypes() {
        assertThat(file("x,1.5\n2,3\n").rows(NO_HEADER)).containsExactly(asList("x", 1.5), asList("2", 3.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineBreakWillDo(String lineBreak) {
        CsvFile file = file(String.join(lineBreak, "a,b", "1,x", "2,y"));
        assertThat(file.columns()).containsExactly("a", "b");
        assertThat(file.rows()).containsExactly(asList(1L, "x"), asList(2L, "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void blankLinesAreSkippedWherever(String lineBreak) {
        CsvFile file = file(String.join(lineBreak, "", "", "a,b", "", "1,x", "", "", "2,y", "", ""));
        assertThat(file.rows()).containsExactly(asList(1L, "x"), asList(2L, "y"));
    }

    @Test
    void aLineOfBlanksOrEmptyQuotesIsARecord() {
        assertThat(file("a\n  \n\"\"\nx\n").rows()).containsExactly(List.of("  "), List.of(""), List.of("x"));
    }

    @Test
    void aLineOfCommasIsARecordOfEmptyCells() {
        assertThat(file("a,b\nx,1\n,\n").rows()).containsExactly(asList("x", 1L), asList("", null));
    }

    @Test
    void quotedCellsHoldDelimitersQuotesAndLineBreaks() {
        CsvFile file = file("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",\"\"\"\"\n");
        assertThat(file.rows()).containsExactly(asList("x,y", "say \"hi\""), asList("two\r\nlines", "\""));
    }

    @Test
    void aQuoteInsideAnUnquotedCellIsAQuote() {
        assertThat(file("a,b\n6\" pipe,5'11\"\n").rows()).containsExactly(asList("6\" pipe", "5'11\""));
    }

    @Test
    void aQuotedNameMayHoldALineBreak() {
        assertThat(file("\"first\nname\",b\nx,y\n").columns()).containsExactly("first\nname", "b");
    }

    @Test
    void shortRecordsAreFilledWithNullAlsoInText() {
        CsvFile file = file("a,b,c\nx,1,y\nx\nx,2\n");
        assertThat(file.rows()).containsExactly(asList("x", 1L, "y"), asList("x", null, null), asList("x", 2L, null));
        assertThat(file.rows(AS_IT_STANDS)).contains(asList("x", null, null));
    }

    @Test
    void longRecordsAreCutAndTheirRestDoesNotCountForTheTypes() {
        assertThat(file("a,b\n1,2,x,y\n3,4,5\n").rows()).containsExactly(asList(1L, 2L), asList(3L, 4L));
        assertThat(file("1\n2,x\n").rows(NO_HEADER)).containsExactly(List.of(1L), List.of(2L));
    }

    @Test
    void anEmptyFileHasNeitherColumnsNorRecords() {
        for (String content : List.of("", "\n\r\n\n", "\uFEFF")) {
            for (CsvOptions options : List.of(DEFAULTS, NO_HEADER, AS_IT_STANDS)) {
                CsvFile file = file(content);
                assertThat(file.open(options).columns()).isEmpty();
                assertThat(file.rows(options)).isEmpty();
            }
        }
    }

    @Test
    void aHeaderAloneHasNoRecords() {
        assertThat(file("a,b").columns()).containsExactly("a", "b");
        assertThat(file("a,b").rows()).isEmpty();
    }

    @Test
    void aTrailingDelimiterIsAnotherCell() {
        assertThat(file("a,\n1,").columns()).containsExactly("a", "col_1");
        assertThat(file("a,\n1,").rows()).containsExactly(asList(1L, null));
    }

    @ParameterizedTest
    @ValueSource(chars = {';', '\t', '|', ' ', '\u00A7', '\0'})
    void theDelimiterIsAnyCharacter(char delimiter) {
        CsvFile file = file("a" + delimiter + "b\n1,5" + delimiter + "\"x" + delimiter + "y\"\n");
        CsvOptions options = DEFAULTS.delimiter(delimiter);
        assertThat(file.open(options).columns()).containsExactly("a", "b");
        assertThat(file.rows(options)).containsExactly(asList("1,5", "x" + delimiter + "y"));
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(file("\uFEFFid,x\n1,\uFEFF\n").columns()).containsExactly("id", "x");
        assertThat(file("\uFEFFid,x\n1,\uFEFF\n").rows()).containsExactly(asList(1L, "\uFEFF"));
        assertThat(file("\uFEFF\"id\",x\n").columns()).containsExactly("id", "x");
        assertThat(file("\uFEFF7,8\n").rows(NO_HEADER)).containsExactly(asList(7L, 8L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void everyUnicodeCharsetReadsEveryCharacter(String name) {
        Charset charset = Charset.forName(name);
        CsvFile file = CsvFile.of(directory, "naïve,\uD83D\uDE00\nżółć,\u65E5\u672C\n", charset);
        assertThat(file.open(DEFAULTS.charset(charset)).columns()).containsExactly("naïve", "\uD83D\uDE00");
        assertThat(file.rows(DEFAULTS.charset(charset))).containsExactly(asList("żółć", "\u65E5\u672C"));
    }

    @Test
    void otherCharsetsAreReadAsNamed() {
        Charset cyrillic = Charset.forName("windows-1251");
        CsvFile file = CsvFile.of(directory, "имя\nПётр\n", cyrillic);
        assertThat(file.rows(DEFAULTS.charset(cyrillic))).containsExactly(List.of("Пётр"));
        Charset japanese = Charset.forName("Shift_JIS");
        CsvFile tokyo = CsvFile.of(directory, "町\n東京\n", japanese);
        assertThat(tokyo.rows(DEFAULTS.charset(japanese))).containsExactly(List.of("東京"));
    }

    @Test
    void aMarkBeforeUtf16IsSkippedWhicheverCharsetSkipsIt() {
        assertThat(CsvFile.of(directory, "a\nb\n", UTF_16)
                        .open(DEFAULTS.charset(UTF_16))
                        .columns())
                .containsExactly("a");
        CsvFile marked = CsvFile.of(directory, "\uFEFFa\nb\n", UTF_16LE);
        assertThat(marked.open(DEFAULTS.charset(UTF_16LE)).columns()).containsExactly("a");
        assertThat(marked.open(DEFAULTS.charset(UTF_16)).columns()).containsExactly("a");
    }

    @Test
    void charactersAcrossBuffersStayWhole() {
        String cell = "\uD83D\uDE00é".repeat(50_000);
        for (String shift : List.of("", "x", "xy", "xyz")) {
            CsvFile file = CsvFile.of(directory, "a\n" + shift + cell + "\n", UTF_8);
            assertThat(file.rows()).containsExactly(List.of(shift + cell));
        }
    }

    @Test
    void withoutInferenceAllIsTextAsItStands() {
        CsvFile file = file("a,b,c\n1, 2.50 ,\n007,,TRUE\n");
        assertThat(file.rows(AS_IT_STANDS)).containsExactly(asList("1", " 2.50 ", ""), asList("007", "", "TRUE"));
    }

    @Test
    void everyRecordIsAnArrayOfItsOwn() {
        List<@Nullable Object[]> records = new ArrayList<>();
        file("a\n1\n2\n").open(DEFAULTS).forEach(records::add);
        assertThat(records.get(0)).isNotSameAs(records.get(1)).containsExactly(1L);
    }

    @Test
    void aSourceMayBeReadAgain() {
        CsvSource source = file("a\n1\n2\n").open(DEFAULTS);
        assertThat(CsvFile.rows(source)).isEqualTo(CsvFile.rows(source)).hasSize(2);
    }

    @Test
    void whatTheConsumerThrowsReachesTheCaller() {
        CsvSource source = file("a\n1\n2\n").open(DEFAULTS);
        IllegalStateException enough = new IllegalStateException("enough");
        assertThatThrownBy(() -> source.forEach(record -> {
                    throw enough;
                }))
                .isSameAs(enough);
    }

    @Test
    void nullIsRefused() {
        CsvSource source = file("a\n").open(DEFAULTS);
        assertThatThrownBy(() -> CsvSource.open(null, DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file");
        assertThatThrownBy(() -> CsvSource.open(directory, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("options");
        assertThatThrownBy(() -> source.forEach(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("consumer");
    }
}
