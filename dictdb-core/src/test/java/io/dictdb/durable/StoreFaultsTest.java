package io.dictdb.durable;

import static io.dictdb.Dsl.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.SyncPolicy;
import io.dictdb.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/* A disk that is full for a while, and one that fails once where nothing may be tried again. */
class StoreFaultsTest {
    private static final int CHANGES = 40;
    private static final Set<String> WRITES = Set.of("create", "write");

    @TempDir
    Path directory;

    /** A program that goes on, whatever fails. */
    private final class Program {
        private final Queue<Runnable> images = new ArrayDeque<>();
        private final DictDB db;
        private int failed;
        private boolean broken;

        Program(SimulatedDisk disk, SyncPolicy policy) {
            db = Stores.opened(disk, directory, policy, images::add);
        }

        void run() {
            attempt(() -> db.createTable("t").createIndex("v"));
            for (int i = 0; i < CHANGES && db.listTables().contains("t"); i++) {
                int value = i;
                attempt(() -> db.getTable("t").upsert(Map.of("id", value % 7, "v", value)));
                while (!images.isEmpty()) {
                    images.remove().run();
                }
            }
        }

        void untilThereIsRoom() {
            boolean done = false;
            for (int i = 0; i < 5 && !done; i++) {
                done = attempt(() -> (db.listTables().isEmpty() ? db.createTable("t") : db.getTable("t"))
                        .upsert(Map.of("id", 100, "v", "there is room again")));
            }
            assertThat(done).isTrue();
        }

        /** Whether everything could be written in the end. */
        boolean closed() {
            try {
                db.close();
                return true;
            } catch (StorageException e) {
                return false;
            }
        }

        private boolean attempt(Runnable change) {
            String before = Content.of(db);
            long sequence = db.sequence();
            try {
                change.run();
                return true;
            } catch (StorageException e) {
                failed++;
                broken |= String.valueOf(e.getMessage()).contains("takes no more changes");
                if (db.sequence() == sequence) {
                    assertThat(Content.of(db)).isEqualTo(before);
                }
                return false;
            }
        }
    }

    private List<String> calls(SyncPolicy policy) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(directory);
        Program program = new Program(disk, policy);
        program.run();
        program.db.close();
        assertThat(program.failed).isZero();
        clear(disk);
        return disk.calls();
    }

    private static void clear(SimulatedDisk disk) {
        disk.files().forEach(file -> file.toFile().delete());
    }

    @ParameterizedTest
    @EnumSource
    void fullForAWhile(SyncPolicy policy) throws IOException {
        int calls = calls(policy).size();
        for (int call = 0; call < calls; call++) {
            int from = call;
            SimulatedDisk disk = new SimulatedDisk(directory);
            disk.faults(at -> {
                if (at >= from && at < from + 3 && WRITES.contains(disk.calls().get(at))) {
                    throw new IOException("No space left on device");
                }
            });
            Program program = new Program(disk, policy);
            program.run();
            assertThat(program.failed).isLessThanOrEqualTo(4);
            program.untilThereIsRoom();
            String content = Content.of(program.db);
            boolean closed = program.closed();
            assertThat(closed || policy != SyncPolicy.EVERY_COMMIT).isTrue();
            try (DictDB db = Stores.opened(disk, directory, policy)) {
                if (closed) {
                    assertThat(Content.of(db)).as("call %s", call).isEqualTo(content);
                }
            }
            clear(disk);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aForceThatFailsOnce(SyncPolicy policy) throws IOException {
        List<String> calls = calls(policy);
        for (int call = 0; call < calls.size(); call++) {
            if (calls.get(call).equals("force")) {
                forceFails(policy, call);
            }
        }
    }

    private void forceFails(SyncPolicy policy, int call) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(directory);
        disk.faults(at -> {
            if (at == call && disk.calls().get(at).equals("force")) {
                throw new IOException("Input/output error");
            }
        });
        Program program = new Program(disk, policy);
        program.run();
        String shown = Content.of(program.db);
        long durable = program.db.durableSequence();
        if (program.broken) {
            assertThatThrownBy(() -> program.db.createTable("more"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("takes no more changes")
                    .hasMessageContaining("Input/output error");
            assertThat(Content.of(program.db)).isEqualTo(shown);
        }
        boolean unused = program.closed();
        SimulatedDisk left = disk.copy();
        try (DictDB db = Stores.opened(left, directory, policy)) {
            assertThat(db.sequence()).as("call %s", call).isGreaterThanOrEqualTo(durable);
            if (!program.broken) {
                assertThat(Content.of(db)).isEqualTo(shown);
            }
        }
        clear(left);
    }

    /* The change of another that could not be written is no reason for a transaction to fail that has to run again. */
    @Test
    void aFailureIsTheWritersOwn() {
        boolean[] full = {false};
        SimulatedDisk disk = new SimulatedDisk(directory);
        disk.faults(at -> {
            if (full[0] && WRITES.contains(disk.calls().get(at))) {
                throw new IOException("No space left on device");
            }
        });
        try (DictDB db = Stores.opened(disk, directory, SyncPolicy.EVERY_COMMIT)) {
            Table table = db.createTable("t");
            table.insert(Map.of("id", 1, "v", 0));
            int[] runs = {0};
            db.transact(tx -> {
                long seen = tx.getTable("t").get(1).orElseThrow().getLong("v");
                if (runs[0]++ == 0) {
                    CompletableFuture.runAsync(() -> {
                                table.update(Map.of("v", 10), all());
                                full[0] = true;
                                assertThatThrownBy(() -> table.insert(Map.of("v", 1)))
                                        .isInstanceOf(StorageException.class);
                                full[0] = false;
                            })
                            .join();
                }
                tx.getTable("t").update(Map.of("v", seen + 1), all());
            });
            assertThat(runs[0]).isEqualTo(2);
            assertThat(table.select().one().getLong("v")).isEqualTo(11);
        }
    }
}
