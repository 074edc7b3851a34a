package io.dictdb.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.examples.terminal.Cells;
import io.dictdb.examples.terminal.Glyphs;
import io.dictdb.examples.terminal.Look;
import io.dictdb.examples.terminal.Recorder;
import io.dictdb.examples.terminal.Screen;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionTourTest {
    @TempDir
    Path logs;

    private final Recorder recorder = new Recorder();

    @Test
    void everyCheckHoldsAndTheOutputIsPlainAndNarrow() {
        assertThat(run(recorder.screen(), 2_000, 42)).as(recorder.text()).isTrue();
        assertThat(recorder.text())
                .contains("all held")
                .doesNotContain("\u001b")
                .doesNotContain("\t");
        assertThat(recorder.lines()).allMatch(line -> Cells.width(line) <= 80).allMatch(line -> line.length() <= 80);
        assertThat(recorder.lines()).allMatch(line -> line.equals(line.stripTrailing()));
        requireEachKindOfQuestionWithItsPlan();
    }

    private void requireEachKindOfQuestionWithItsPlan() {
        assertThat(recorder.text())
                .contains("3,376 rows", "10,000 rows", "2,000 transactions", "primary key iata", "scan of 10000 rows")
                .contains("index customer_id (hash)", "index amount (sorted)", "index city (sorted)", "top 10 by")
                .contains("distinct", "like '%gull'", "SchemaValidationException: ", "Canada goose")
                .contains("TransactionConflictException: ", "no query saw half", "in each of 400 snapshots")
                .contains("no money is lost or doubled", "page somebody", "every older backup is good")
                .contains("every order that was acknowledged is there")
                .contains(
                        "INFO  io.dictdb.operations: DELETE visits id=1",
                        "ERROR io.dictdb.database: Loading missing.json")
                .contains("██████████");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 28, 1_000, 1_001, 10_001})
    void theChecksHoldForAnyNumberOfTransactions(int rows) {
        assertThat(run(recorder.screen(), rows, rows)).as(recorder.text()).isTrue();
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        Recorder again = new Recorder();
        Recorder other = new Recorder();
        run(recorder.screen(), 500, 1);
        run(again.screen(), 500, 1);
        run(other.screen(), 500, 2);
        assertThat(story(again)).isEqualTo(story(recorder));
        assertThat(story(other)).isNotEqualTo(story(recorder));
    }

    /** Without the time that the database itself tells in a message, without how many backups an interval had time for or how far a program came before it was killed, and without the line breaks that depend on its length. */
    private static String story(Recorder told) {
        return told.text()
                .replaceAll("\\s+", " ")
                .replaceAll("[0-9.]+ ms for select", "ms for select")
                .replaceAll("attempts? in [0-9]+ ms", "attempts")
                .replaceAll("[0-9]+ backups?", "backups")
                .replaceAll("[0-9,]+ orders acknowledged", "orders")
                .replaceAll("[0-9,]+ commits", "commits");
    }

    @Test
    void aTerminalGetsColoursThatAddNoWidth() {
        run(recorder.screen(new Look(true, true, Glyphs.UNICODE)), 500, 1);
        assertThat(recorder.text()).contains("\u001b[1m");
        String[] lines = recorder.text()
                .replaceAll("\u001b\\[[0-9;]*m", "")
                .replaceAll("\r[^\r\n]*\u001b\\[K", "")
                .split("\\R");
        assertThat(lines).allMatch(line -> Cells.width(line.substring(line.lastIndexOf('\r') + 1)) <= 80);
    }

    @Test
    void asciiIsEnough() {
        Recorder ascii = new Recorder(StandardCharsets.US_ASCII);
        assertThat(run(ascii.screen(), 500, 1)).isTrue();
        assertThat(ascii.text()).contains("##########", "ok the same rows").doesNotContain("?s", "??");
    }

    private boolean run(Screen screen, int rows, long seed) {
        return new ProductionTour(screen, new Stopwatch(Recorder.ticker(), 0)).run(rows, seed, logs);
    }
}
