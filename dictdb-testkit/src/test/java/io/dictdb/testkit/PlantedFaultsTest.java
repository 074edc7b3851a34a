package io.dictdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A test that cannot fail proves nothing. Each fault that databases are known for is planted into a copy of the model, and the comparison
 * of {@link IndexChangesNoAnswerTest} must find it, most of them within a few hundred queries, and shrink it to a case that fits in the head.
 */
class PlantedFaultsTest {
    private static final int TABLES = 4_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(PlantedFault.class)
    void isFound(PlantedFault fault) {
        PropertyFailure failure = catchThrowableOfType(
                PropertyFailure.class,
                () -> Property.named("planted-fault")
                        .runs(TABLES)
                        .keepingSeedsIn(directory)
                        .check(Scenario.any(), scenario -> compare(scenario, fault)));
        assertThat(failure).as("%s is found", fault).isNotNull();
        Scenario shrunk = (Scenario) failure.value();
        assertThat(shrunk.queries()).as("%s", failure.getMessage()).hasSize(1);
        assertThat(shrunk.history()).as("%s", failure.getMessage()).hasSizeLessThanOrEqualTo(2);
        assertThat(shrunk.summaries()).isEmpty();
    }

    private static void compare(Scenario scenario, PlantedFault fault) {
        NaiveTable model = new NaiveTable(scenario.words().primaryKey(), null);
        scenario.history().forEach(call -> Outcome.of(() -> call.on(model)));
        for (Query query : scenario.queries()) {
            List<Map<String, Object>> wrong = fault.answer(model, query);
            Results.requireSame(query.toString(), model.list(query), wrong);
        }
    }
}
