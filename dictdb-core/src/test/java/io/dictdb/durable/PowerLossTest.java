package io.dictdb.durable;

import io.dictdb.DictDB;
import io.dictdb.SyncPolicy;
import io.dictdb.files.RandomChanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/* See PowerLoss: programs of random changes of all kinds, and every short program there is. */
class PowerLossTest {
    private static final int SUBSETS = Integer.getInteger("dictdb.power.subsets", 16);
    private static final int SEEDS = Integer.getInteger("dictdb.power.seeds", 2);
    private static final int FEW = Integer.getInteger("dictdb.power.few", 2);
    private static final int LONGEST = 3;
    private static final int CHANGES = 20;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void randomChanges(SyncPolicy policy) throws IOException {
        long first = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("PowerLossTest, " + policy + ": again with -Ddictdb.seed=" + first);
        long states = 0;
        for (long seed = first; seed < first + SEEDS; seed++) {
            long changes = seed;
            states += new PowerLoss(directory, policy, SUBSETS, run -> change(run, changes)).check(seed);
        }
        System.out.println("PowerLossTest, " + policy + ": " + states + " states of the disk");
    }

    private static void change(PowerLoss.Run run, long seed) {
        RandomChanges[] changes = {null};
        run.step(db -> changes[0] = new RandomChanges(db, seed));
        for (int i = 0; i < CHANGES; i++) {
            run.step(db -> db.transact(tx -> changes[0].make(1))); // so that each is one commit
            run.images();
            if (i % 5 == 4) {
                run.sync();
            }
        }
    }

    /** What short programs are made of. */
    private static final List<Consumer<PowerLoss.Run>> STEPS = List.of(
            run -> run.step(db -> {
                if (!db.listTables().contains("t")) {
                    db.transact(tx -> tx.createTable("t").createIndex("v"));
                }
            }),
            run -> onTable(run, db -> db.getTable("t").insert(Map.of("v", 1))),
            run -> onTable(run, db -> db.getTable("t").upsert(Map.of("id", 1, "v", "x".repeat(600)))),
            run -> onTable(
                    run,
                    db -> db.transact(tx -> {
                        tx.getTable("t").clear();
                        tx.createTable("u" + db.sequence()).insert(Map.of("v", 2));
                    })),
            run -> onTable(run, db -> db.dropTable("t")),
            PowerLoss.Run::images,
            PowerLoss.Run::sync,
            PowerLoss.Run::reopen);

    private static void onTable(PowerLoss.Run run, Consumer<DictDB> change) {
        run.step(db -> {
            if (db.listTables().contains("t")) {
                change.accept(db);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyShortProgram(SyncPolicy policy) throws IOException {
        long states = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (long number = 0; number < Math.pow(STEPS.size(), length); number++) {
                List<Consumer<PowerLoss.Run>> program = program(number, length);
                states += new PowerLoss(directory, policy, FEW, run -> {
                            STEPS.get(0).accept(run);
                            program.forEach(step -> step.accept(run));
                        })
                        .check(number);
            }
        }
        System.out.println("PowerLossTest, " + policy + ": " + states + " states of the disk after short programs");
    }

    private static List<Consumer<PowerLoss.Run>> program(long number, int length) {
        List<Consumer<PowerLoss.Run>> program = new ArrayList<>();
        long rest = number;
        for (int i = 0; i < length; i++) {
            program.add(STEPS.get((int) (rest % STEPS.size())));
            rest /= STEPS.size();
        }
        return program;
    }
}
