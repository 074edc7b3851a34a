package io.dictdb.proofs.linear;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dictdb.DictDB;
import io.dictdb.Table;
import java.util.Map;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Would the proofs notice? Here is what the engine must not do, done by hand: a counter that is read in one call and written in another.
 * Both ways of running must find the increment that gets lost, or their silence about the engine would mean nothing.
 */
public class PlantedRaceTest {
    private final Table table = DictDB.create().createTable("t");

    public PlantedRaceTest() {
        table.insert(Map.of("id", 1, "n", 0));
    }

    @Operation
    public int increment() {
        int next = table.get(1).orElseThrow().getInt("n") + 1;
        table.upsert(Map.of("id", 1, "n", next));
        return next;
    }

    @Test
    @Tag("model-checking")
    void aScheduleWithoutAnOrderIsFound() {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> Linearizability.modelCheck(PlantedRaceTest.class, Model.class))
                .withMessageContaining("increment(): 1");
    }

    @Test
    void underStressItIsFoundToo() {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(() -> Linearizability.stress(PlantedRaceTest.class, Model.class))
                .withMessageContaining("increment(): 1");
    }

    /** A counter. */
    public static class Model {
        private int n;

        public int increment() {
            return ++n;
        }
    }
}
