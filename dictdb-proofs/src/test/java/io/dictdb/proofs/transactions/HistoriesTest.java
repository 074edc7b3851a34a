package io.dictdb.proofs.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.internal.engine.Integrity;
import io.dictdb.testkit.history.AppendWorkload;
import io.dictdb.testkit.history.History;
import io.dictdb.testkit.history.HistoryChecker;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What eight threads did and saw in ten thousand transactions is as if these had happened one after the other, each at some time between its begin and its end. The race that
 * this guards: others publish after a transaction was checked and before it is published itself. {@link HistoryChecker} finds every deviation that
 * the reads can show; its own tests plant them.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HistoriesTest {
    private static final int RUNS = Integer.getInteger("dictdb.histories", 20);
    private static final int THREADS = 8;
    private static final int TRANSACTIONS = 10_000;

    @Test
    void areSerializableInRealTime() {
        long seed = Crew.seed("histories");
        long repeated = 0;
        for (int run = 0; run < RUNS; run++) {
            DictDB db = DictDB.create();
            ListsInTables lists = new ListsInTables(db);
            History history = AppendWorkload.run(THREADS, TRANSACTIONS, 4 + run % 3 * 8, seed + run, lists);
            assertThat(HistoryChecker.check(history)).as("seed %d", seed + run).isEmpty();
            assertThat(Integrity.verify(db)).isEmpty();
            repeated += lists.repeated();
        }
        System.out.printf("histories: %d runs, work was run again %d times%n", RUNS, repeated);
        assertThat(repeated).as("transactions met each other").isPositive();
    }
}
