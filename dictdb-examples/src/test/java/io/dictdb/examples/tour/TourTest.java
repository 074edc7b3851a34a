package io.dictdb.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Table;
import io.dictdb.examples.terminal.Cells;
import io.dictdb.examples.terminal.Recorder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TourTest {
    private final Recorder recorder = new Recorder();
    private final Tour tour = new Tour(recorder.screen(), new Stopwatch(Recorder.ticker(), 0));

    @Test
    void aStepShowsItsTitleItsJavaAndWhatCameOut() {
        assertThat(tour.run(List.of(chapter("First", page -> page.check("one is one", 1, 1)))))
                .isTrue();
        assertThat(recorder.lines()).contains("1.1  First", "     db.createTable(\"t\");", "     ✓ one is one");
        assertThat(recorder.text()).contains("1 step, 1 check, all held");
    }

    @Test
    void aFailedCheckIsNamedAtTheEndAndTheTourGoesOn() {
        Chapter wrong = chapter("Wrong", page -> page.check("rows are all there", 3, 2));
        Chapter right = chapter("Right", page -> page.checkSum("sums agree", 0.1 + 0.2, 0.3));
        assertThat(tour.run(List.of(wrong, right))).isFalse();
        assertThat(recorder.text())
                .contains("✗ rows are all there: expected 3, got 2", "2.1  Right", "✓ sums agree")
                .contains("✗ 1.1 Wrong: rows are all there: expected 3, got 2", "2 steps, 2 checks, 1 failed");
    }

    @Test
    void aSumThatIsOffIsAFailure() {
        assertThat(tour.run(List.of(chapter("Sum", page -> page.checkSum("sums agree", 1_000_000, 1_000_000.01)))))
                .isFalse();
    }

    @Test
    void aStepThatThrowsEndsTheTourWithItsMessage() {
        Chapter broken = chapter("Broken", page -> {
            throw new DuplicateKeyException("Table 't' already has a record with id 7");
        });
        assertThat(tour.run(List.of(broken, chapter("Never", page -> {})))).isFalse();
        assertThat(recorder.text())
                .contains("DuplicateKeyException: Table 't' already has a record with id 7", "1.1 Broken: Dup")
                .doesNotContain("Never")
                .doesNotContain("\tat ");
    }

    @Test
    void aRefusalReachesTheCaller() {
        List<Chapter> chapters = List.of(chapter("Refused", page -> {
            throw new Refusal("no such file");
        }));
        assertThatThrownBy(() -> tour.run(chapters)).isInstanceOf(Refusal.class).hasMessage("no such file");
    }

    @Test
    void aChapterWithoutStepsIsLeftOut() {
        assertThat(tour.run(List.of(new Plain("Empty", List.of()), chapter("Full", page -> {}))))
                .isTrue();
        assertThat(recorder.text()).doesNotContain("Empty").contains("1.1  Full");
    }

    @Test
    void longValuesOfAFailureAreCut() {
        tour.run(List.of(chapter("Long", page -> page.check("equal", "x".repeat(10_000), "y"))));
        assertThat(recorder.text()).hasSizeLessThan(2_000);
        assertThat(recorder.lines()).allMatch(line -> Cells.width(line) <= 80);
    }

    @Test
    void aRefusalThatIsExpectedIsShownAndChecked() {
        try (DictDB db = DictDB.create()) {
            Table table = db.createTable("t");
            table.insert(Map.of("id", 1));
            assertThat(tour.run(List.of(chapter(
                            "Refused",
                            page -> page.refused(DuplicateKeyException.class, () -> table.insert(Map.of("id", 1)))))))
                    .isTrue();
            assertThat(tour.run(List.of(
                            chapter("Not refused", page -> page.refused(RecordNotFoundException.class, () -> {})))))
                    .isFalse();
        }
        assertThat(recorder.text()).contains("DuplicateKeyException: ", "it was refused with a DuplicateKeyException");
    }

    private static Chapter chapter(String title, Consumer<Page> action) {
        return new Plain(title, List.of(new Step(title, "db.createTable(\"t\");\n", action)));
    }

    private record Plain(String title, List<Step> steps) implements Chapter {}
}
