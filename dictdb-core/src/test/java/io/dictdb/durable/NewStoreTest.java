package io.dictdb.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.SyncPolicy;
import io.dictdb.files.RandomChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* A store that is made of a database is there as a whole or not at all, at whatever call the power fails; and once it has been said to be there, it is. */
class NewStoreTest {
    private static final int SUBSETS = Integer.getInteger("dictdb.power.subsets", 16);

    private final long seed = Long.getLong("dictdb.seed", System.nanoTime());

    @TempDir
    Path directory;

    private Path store;
    private DictDB db;
    private long states;
    private long there;

    @BeforeEach
    void fill() {
        System.out.println("NewStoreTest: again with -Ddictdb.seed=" + seed);
        store = directory.resolve("store");
    }

    /** The power fails so many calls after the copy is begun. */
    private boolean saved(SimulatedDisk disk, int call) {
        db = Stores.opened(disk, directory.resolve("original"), SyncPolicy.EVERY_COMMIT);
        new RandomChanges(db, seed).make(30);
        disk.faults(PowerLoss.dying(disk.calls().size() + call));
        try {
            db.saveStore(store);
            return true;
        } catch (StorageException e) {
            assertThat(e).hasRootCauseInstanceOf(PowerLoss.Dead.class);
            return false;
        }
    }

    private void check(SimulatedDisk disk, boolean saved, String what) {
        states++;
        if (saved || Files.exists(store)) {
            there++;
            try (DictDB opened = Stores.opened(disk, store, SyncPolicy.EVERY_COMMIT)) {
                assertThat(Content.of(opened)).as(what).isEqualTo(Content.of(db));
            }
        }
    }

    @Test
    void isThereAsAWholeOrNotAtAll() throws IOException {
        boolean saved = false;
        for (int call = 0; !saved; call++) {
            SimulatedDisk disk = new SimulatedDisk(directory).copy(); // which leaves no files of the last one
            saved = saved(disk, call);
            for (int subset = 0; subset < SUBSETS; subset++) {
                Random random = new Random(seed * 31 + call * 1_000L + subset);
                int kept = subset < 2 ? subset * 100 : 10 + random.nextInt(80);
                check(disk.afterPowerLoss(random, kept), saved, "call " + call + ", subset " + subset);
            }
        }
        System.out.println("NewStoreTest: " + states + " states of the disk, " + there + " of them with the store");
        assertThat(there).isBetween(SUBSETS + 1L, states - 1);
    }
}
