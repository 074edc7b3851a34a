package io.dictdb.proofs.linear;

import org.junit.jupiter.api.Test;

/** All kinds of calls together, under stress; the two halves of their model checking are tests of their own, for two processors. */
class WholeLincheckTest {
    @Test
    void underStressThereIsAnOrder() {
        Linearizability.stress(Whole.class, Whole.Model.class);
    }
}
