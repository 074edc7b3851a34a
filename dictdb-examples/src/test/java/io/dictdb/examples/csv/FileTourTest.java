package io.dictdb.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dictdb.examples.terminal.Cells;
import io.dictdb.examples.terminal.Recorder;
import io.dictdb.examples.tour.Refusal;
import io.dictdb.examples.tour.Stopwatch;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileTourTest {
    @TempDir
    private Path directory;

    private final Recorder recorder = new Recorder();

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("one column", "name\nAda\nBob\nAda\n"),
                arguments("a header and no rows", "a,b,c\n"),
                arguments("a header without a line break", "a,b,c"),
                arguments("nothing at all", ""),
                arguments("an empty line", "\n"),
                arguments("blanks in names", "\" first name \",last name, \nAda,Lovelace,x\nBob,,y\n"),
                arguments("nothing but nulls", "a,b\n,\n,\n,\n"),
                arguments("one column of nulls", "n,t\n1,\n2,\n3,\n"),
                arguments("200 columns", wide()),
                arguments("repeated names", "a,a,b,a\n1,2,3,4\n5,6,7,8\n"),
                arguments("no names", ",b,\n1,2,3\n4,5,6\n"),
                arguments("names that the tour uses", "row,id,_row,n,times,mean n,min\n1,7,1,3,3,1,1\n1,7,1,3,3,2,2\n"),
                arguments("names that mean something elsewhere", "-x,<y>,%s,'\n1,a,x,1\n2,b,y,2\n3,a,z,3\n"),
                arguments("short and long lines", "a,b,c\n1\n1,2,3,4,5\n\n1,2\n"),
                arguments("a byte order mark", "\uFEFFa,b\n1,2\n"),
                arguments("other line breaks", "a,b\r1,x\r2,y\r"),
                arguments(
                        "control characters", "a,b\n\"x\"\"y\",\"line\nbreak\"\n\"tab\there\",\"esc\u001b[31mred\"\n"),
                arguments("wide characters", "名前,emoji\n山田太郎さんとても長い名前のひとです,\u2764\uFE0F\n佐藤,\u202Eabc\n佐藤,e\u0301\n"),
                arguments("large numbers", "n,d\n123456789012345678901234567890,1e308\n5,NaN\n-7,-1e308\n"),
                arguments("zeros of both signs", "d,e\n0.0,x\n-0.0,x\n1.5,\n1,y\n1.0,y\n"),
                arguments("wildcards in values", "t,n\n50%_a,1\n50%_b,2\n50%_a,3\n100\\x,4\n"),
                arguments("long values", longValues()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void anyFileIsQuestionedAndEveryCheckHolds(String name, String content) throws IOException {
        assertThat(run(content)).as("%s:%n%s", name, recorder.text()).isTrue();
        assertThat(recorder.text()).contains("all held").doesNotContain("\u001b");
        assertThat(recorder.lines()).allMatch(line -> Cells.width(line) <= 80);
    }

    @Test
    void aFileOfSomeSizeShowsAllOfIt() throws IOException {
        String rows = IntStream.range(0, 3_000)
                .mapToObj(i -> "city " + i % 7 + "," + i % 500 + ",name " + i + "\n")
                .collect(Collectors.joining());
        assertThat(run("town,visitors,label\n" + rows)).as(recorder.text()).isTrue();
        assertThat(recorder.text())
                .contains("3,000 rows, 3 columns", "town      String", "visitors  Long")
                .contains("Equality: the rarest town", "index town (hash)", "index visitors (sorted)")
                .contains("The five largest visitors", "walked descending", "LIKE: the commonest beginning in label")
                .contains("The larger groups of town", "mean visitors", "██████");
    }

    @Test
    void withoutRowsThereIsNothingToAsk() throws IOException {
        run("a,b,c\n");
        assertThat(recorder.text())
                .contains("The file has no rows", "1 step, 1 check")
                .doesNotContain("Equality");
    }

    @Test
    void withoutValuesThereIsNothingToAsk() throws IOException {
        run("a,b\n,\n,\n");
        assertThat(recorder.text())
                .contains("only null", "No cell of the file holds a value")
                .doesNotContain("Equality");
    }

    @Test
    void otherDelimitersAreFoundAndOtherwiseTaken() throws IOException {
        run("name;amount\nx;1,5\ny;2,5\n");
        assertThat(recorder.text()).contains(".delimiter(';')", "2 rows, 2 columns");
        run(file("a:b\n1:2\n".getBytes(StandardCharsets.UTF_8)), ':', true, StandardCharsets.UTF_8);
        assertThat(recorder.text()).contains(".delimiter(':')", "1 row, 2 columns");
    }

    @Test
    void aFileWithoutHeaderHasNumberedColumns() throws IOException {
        run(file("1,a\n2,b\n".getBytes(StandardCharsets.UTF_8)), null, false, StandardCharsets.UTF_8);
        assertThat(recorder.text()).contains(".header(false)", "col_0", "2 rows, 2 columns");
    }

    @Test
    void otherCharacterSetsAreReadWhenNamed() throws IOException {
        byte[] latin = "stadt,n\nKöln,1\nMünchen,2\n".getBytes(StandardCharsets.ISO_8859_1);
        run(file(latin), null, true, StandardCharsets.ISO_8859_1);
        assertThat(recorder.text()).contains("München", ".charset(Charset.forName(\"ISO-8859-1\"))");
        assertThatThrownBy(() -> run(file(latin), null, true, StandardCharsets.UTF_8))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--charset");
    }

    @Test
    void aQuoteThatNeverEndsIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> run("a,b\n\"x,1\ny,2\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 2");
    }

    private boolean run(String content) throws IOException {
        return run(file(content.getBytes(StandardCharsets.UTF_8)), null, true, StandardCharsets.UTF_8);
    }

    private boolean run(Path file, Character delimiter, boolean header, Charset charset) {
        FileTour tour = new FileTour(recorder.screen(), new Stopwatch(Recorder.ticker(), 0));
        return tour.run(UserFile.of(file, delimiter, header, charset));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("my file.csv"), content);
    }

    private static String wide() {
        String header = IntStream.range(0, 200).mapToObj(i -> "column " + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 200).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return header + "\n" + row + "\n" + row + "\n";
    }

    private static String longValues() {
        return "k,v\n"
                + IntStream.range(0, 30)
                        .mapToObj(i -> "x".repeat(300) + i % 3 + "," + i)
                        .collect(Collectors.joining("\n"));
    }
}
