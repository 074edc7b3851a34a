package io.dictdb.proofs.linear;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dictdb.DictDB;
import java.util.Map;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Does model checking look into transactions at all? A counter beside the database is read and written in a transaction's work, with a call between the two: whoever
 * switches threads only before and after whole transactions never sees an increment get lost.
 */
public class PlantedInTransactionTest {
    private final DictDB db = DictDB.create();
    private int n;

    public PlantedInTransactionTest() {
        db.createTable("t").insert(Map.of("id", 1));
    }

    @Operation
    public int increment() {
        return db.<Integer>transaction(tx -> {
            int was = n;
            n = was + tx.getTable("t").size();
            return n;
        });
    }

    @Test
    @Tag("model-checking")
    void aScheduleThatSwitchesInsideIsFound() {
        assertThatExceptionOfType(LincheckAssertionError.class)
                .isThrownBy(
                        () -> Linearizability.modelCheck(PlantedInTransactionTest.class, PlantedRaceTest.Model.class))
                .withMessageContaining("increment(): 1");
    }
}
