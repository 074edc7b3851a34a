package io.dictdb.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/* Everybody does the same work and gives the same answers; how fast is not asked here. */
class RaceTest {
    private static final int ROWS = 3_000;

    static Stream<Arguments> cells() {
        return Arrays.stream(Workload.values())
                .flatMap(workload -> Arrays.stream(Engine.values())
                        .filter(engine -> !missesRows(engine, workload))
                        .map(engine -> Arguments.of(engine, workload)));
    }

    /* A reader of CQEngine may not find a row that is being updated: it is out of the race there, and is shown so. */
    private static boolean missesRows(Engine engine, Workload workload) {
        return engine == Engine.CQENGINE && workload.name().startsWith("W11");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everybodyGivesTheSameAnswers(Engine engine, Workload workload) throws Exception {
        double[] values = workload.run(new Cell(engine, workload, ROWS, 1, 0.01));
        assertThat(values).hasSize(1);
        assertThat(values[0]).isFinite();
    }

    @Test
    void aWrongAnswerIsNotMeasured() {
        Cell cell = new Cell(Engine.PLAIN, Workload.W4, ROWS, 1, 0.01);
        assertThatThrownBy(() -> cell.rates(turn -> new Answer(1, 2), turn -> new Answer(1, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("should give");
        assertThatThrownBy(() -> cell.rates(turn -> new Answer(turn < 20 ? 1 : 2, 3), turn -> new Answer(1, 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rows in");
    }

    @Test
    void theTableHasRatiosToTheBestRival() {
        Results results = new Results(ROWS, List.of());
        results.add(new Cell(Engine.DICTDB, Workload.W3, ROWS, 3, 1), Result.of("RESULT 300.0 100.0 200.0"));
        results.add(new Cell(Engine.PLAIN, Workload.W3, ROWS, 3, 1), Result.of("RESULT 900.0"));
        results.add(new Cell(Engine.H2, Workload.W3, ROWS, 3, 1), Result.of("RESULT 50.0"));
        results.add(new Cell(Engine.SQLITE, Workload.W3, ROWS, 3, 1), Result.of("RESULT 80.0"));
        results.add(new Cell(Engine.NITRITE, Workload.W3, ROWS, 3, 1), Result.failed("not within 1 s"));
        results.add(new Cell(Engine.DICTDB, Workload.W12_OUT, ROWS, 3, 1), Result.of("RESULT 10.0"));
        results.add(new Cell(Engine.DUCKDB, Workload.W12_OUT, ROWS, 3, 1), Result.of("RESULT 5.0"));
        assertThat(results.table())
                .contains("3,000 rows", "| W3 | get by key, ops/s | 200 ±50 % | 900 ±0 % |", "| 2.50 × SQLite |")
                .contains("not within 1 s", "| 0.50 × DuckDB |");
        assertThat(results.json()).contains("\"W3\":{\"DictDB\":[300.0,100.0,200.0]", "\"Nitrite\":\"not within 1 s\"");
    }

    @Test
    void workloadsAreFoundByTheirNames() {
        assertThat(Workload.named("w3")).containsExactly(Workload.W3);
        assertThat(Workload.named("W12")).containsExactly(Workload.W12_OUT, Workload.W12_IN);
        assertThat(Workload.named("W11")).hasSize(5);
        assertThat(Workload.named("W9")).containsExactly(Workload.W9);
        assertThatThrownBy(() -> Workload.named("W99")).hasMessageContaining("no workload W99");
    }
}
