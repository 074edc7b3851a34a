package io.dictdb.proofs.linear;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first half of the scenarios of all kinds of calls together. */
@Tag("model-checking")
class WholeFirstHalfTest {
    @Test
    void everyScheduleHasAnOrder() {
        Linearizability.modelCheckFirstHalf(Whole.class, Whole.Model.class);
    }
}
