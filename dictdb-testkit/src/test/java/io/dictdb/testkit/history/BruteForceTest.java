package io.dictdb.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.testkit.Choices;
import io.dictdb.testkit.Gen;
import io.dictdb.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/* The definition of strict serializability, tried out, is the judge of the checker: it finds something if and only if no order explains the history. */
class BruteForceTest {
    private static final int TRANSACTIONS = 6;

    @Test
    void agreesWithTheChecker() {
        Property.named("checker-is-exact")
                .runs(5_000)
                .check(
                        small(),
                        history -> assertThat(HistoryChecker.check(history).isEmpty())
                                .isEqualTo(BruteForce.isStrictlySerializable(history)));
    }

    @Test
    void seesBothSorts() {
        long good = 0;
        for (int seed = 0; seed < 200; seed++) {
            good += BruteForce.isStrictlySerializable(small().draw(Choices.random(seed))) ? 1 : 0;
        }
        assertThat(good).isBetween(40L, 160L);
    }

    private static Gen<History> small() {
        return Gen.of(Isolation.values())
                .flatMap(isolation -> Simulation.open(isolation, TRANSACTIONS, 3, 2))
                .flatMap(history -> c -> c.weighted(3, 1) == 0 ? history : withAnotherRead(c, history));
    }

    private static History withAnotherRead(Choices c, History history) {
        List<Txn> all = new ArrayList<>(history.transactions());
        if (all.isEmpty()) {
            return history;
        }
        int place = (int) c.upTo(all.size() - 1L);
        Txn txn = all.get(place);
        List<Op> ops = new ArrayList<>(txn.ops());
        Gen<Long> values = choices -> choices.upTo(3);
        ops.add((int) c.upTo(ops.size()), new Op.Read(0, values.list(0, 3).draw(c)));
        all.set(place, new Txn(txn.process(), txn.begin(), txn.end(), txn.outcome(), ops));
        return new History(all);
    }
}
