package io.dictdb.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.SyncPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Lets the power fail at each call to the disk in turn, while a program runs, and looks at what may be left, which is what was forced and any part of the rest: what was acknowledged as being on the disk always is, nothing
 * is there by halves, and the store always opens, though the power fails once more while it does.
 */
final class PowerLoss {
    private final Path directory;
    private final SyncPolicy policy;
    private final Consumer<Run> program;
    private final int subsets;

    /** @param subsets how many parts of what was not forced are tried at each call */
    PowerLoss(Path directory, SyncPolicy policy, int subsets, Consumer<Run> program) {
        this.directory = directory;
        this.policy = policy;
        this.subsets = subsets;
        this.program = program;
    }

    static final class Dead extends IOException {
        private static final long serialVersionUID = 1L;

        Dead() {
            super("no power");
        }
    }

    /** A program on a disk, until it ends or the power fails. */
    final class Run {
        private final SimulatedDisk disk;
        private final Queue<Runnable> images = new ArrayDeque<>();
        private final List<String> states = new ArrayList<>();
        private DictDB db;
        private long durable;

        private Run(SimulatedDisk disk) {
            this.disk = disk;
        }

        private void run() {
            try {
                open();
                program.accept(this);
                db.close();
            } catch (StorageException e) {
                assertThat(e).hasRootCauseInstanceOf(Dead.class);
            }
        }

        private void open() {
            db = Stores.opened(disk, directory, policy, images::add);
            note();
        }

        /** Does something that is one commit or none. */
        void step(Consumer<DictDB> step) {
            step.accept(db);
            note();
        }

        void sync() {
            db.sync();
            note();
        }

        void images() {
            while (!images.isEmpty()) {
                images.remove().run();
            }
        }

        void reopen() {
            db.close();
            open();
        }

        private void note() {
            while (states.size() <= db.sequence()) {
                states.add(null);
            }
            states.set((int) db.sequence(), Content.of(db));
            durable = db.durableSequence();
        }
    }

    /** Returns how many states of the disk were looked at. */
    long check(long seed) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(directory);
        Run whole = new Run(disk);
        whole.run();
        int calls = disk.calls().size();
        clear(disk);
        for (int call = 0; call <= calls; call++) {
            failingAt(call, seed, whole.states);
        }
        return (calls + 1L) * subsets;
    }

    /** No call succeeds from one on. */
    static SimulatedDisk.Faults dying(int call) {
        return at -> {
            if (at >= call) {
                throw new Dead();
            }
        };
    }

    private void failingAt(int call, long seed, List<String> states) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(directory).faults(dying(call));
        Run run = new Run(disk);
        run.run();
        for (int subset = 0; subset < subsets; subset++) {
            Random random = new Random(seed * 31 + call * 1_000L + subset);
            int kept = subset < 2 ? subset * 100 : 10 + random.nextInt(80);
            SimulatedDisk left = disk.afterPowerLoss(random, kept);
            failAgain(left, random.nextInt(8));
            String what = "call " + call + ", subset " + subset + ", seed " + seed;
            check(left.afterPowerLoss(random, kept), run.durable, states, what);
        }
        clear(disk);
    }

    /** The power fails once more, while the store is being opened. */
    private void failAgain(SimulatedDisk disk, int call) {
        disk.faults(dying(call));
        try {
            DictDB unused = Stores.opened(disk, directory, policy);
        } catch (StorageException e) {
            assertThat(e).hasRootCauseInstanceOf(Dead.class);
        }
    }

    private void check(SimulatedDisk disk, long durable, List<String> states, String what) {
        for (int i = 0; i < 2; i++) {
            try (DictDB db = Stores.opened(disk, directory, policy)) {
                assertThat(db.sequence()).as(what).isGreaterThanOrEqualTo(durable);
                String state = states.get((int) db.sequence());
                assertThat(Content.of(db))
                        .as(what + ", commit " + db.sequence())
                        .isEqualTo(state);
            }
        }
    }

    /** No file stands for any of the disk's any more. */
    private void clear(SimulatedDisk disk) throws IOException {
        disk.copy().files().forEach(file -> file.toFile().delete());
    }
}
