package io.dictdb.proofs.linear;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The second half of the scenarios of all kinds of calls together. */
@Tag("model-checking")
class WholeSecondHalfTest {
    @Test
    void everyScheduleHasAnOrder() {
        Linearizability.modelCheckSecondHalf(Whole.class, Whole.Model.class);
    }
}
