package io.dictdb.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.CsvOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Random tables are written by the simplest writer there is, every cell quoted, and must come back cell by cell. Cells are made of what
 * parsers trip over; long ones reach across the buffers of decoder and parser. */
class CsvRoundTripTest {
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\n",
            "\r",
            "\r\n",
            " ",
            "x",
            "7",
            "ü",
            "\uD83D\uDE00",
            "\uFEFF",
            "\0",
            "'",
            "\\",
            "#");

    @TempDir
    Path directory;

    private final long seed = Long.getLong("dictdb.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void randomTablesComeBack() {
        for (int i = 0; i < 400; i++) {
            check(table(1 + random.nextInt(5), 1 + random.nextInt(20), 12));
        }
    }

    @Test
    void tablesOfLongCellsComeBack() {
        for (int i = 0; i < 20; i++) {
            check(table(3, 20, 6_000));
        }
    }

    private void check(List<List<String>> table) {
        char delimiter = ",;|\t".charAt(random.nextInt(4));
        String lineBreak = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        CsvFile file = CsvFile.of(directory, written(table, delimiter, lineBreak), StandardCharsets.UTF_8);
        CsvOptions options =
                CsvOptions.defaults().header(false).inferTypes(false).delimiter(delimiter);
        assertThat(file.rows(options)).as("-Ddictdb.seed=%s", seed).isEqualTo(table);
    }

    private static String written(List<List<String>> table, char delimiter, String lineBreak) {
        return table.stream()
                .map(row -> row.stream()
                        .map(CsvRoundTripTest::quoted)
                        .collect(Collectors.joining(String.valueOf(delimiter))))
                .collect(Collectors.joining(lineBreak));
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private List<List<String>> table(int columns, int rows, int longest) {
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            table.add(random.ints(columns, 0, longest).mapToObj(this::cell).toList());
        }
        return table;
    }

    private String cell(int pieces) {
        return random.ints(pieces, 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
    }
}
