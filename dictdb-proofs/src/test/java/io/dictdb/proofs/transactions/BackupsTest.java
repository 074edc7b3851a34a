package io.dictdb.proofs.transactions;

import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.IndexType;
import io.dictdb.Table;
import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupManager;
import io.dictdb.internal.engine.Integrity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four threads move money between two tables, and count in each table how often they did, while backups are written as fast as they come. Each backup must restore to one
 * commit: the same money, the same count in both tables, and no fewer than in the backup before. The race: a backup that sees one table later than the other, and a delta
 * that misses what was committed while the one before it was written.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackupsTest {
    private static final int BACKUPS = Integer.getInteger("dictdb.backups", 100);
    private static final int WRITERS = 4;
    private static final int ACCOUNTS = 200;
    private static final long TOTAL = 2L * ACCOUNTS * 100;

    @TempDir
    Path directory;

    private final DictDB db = DictDB.create();
    private final AtomicBoolean writing = new AtomicBoolean(true);

    BackupsTest() {
        for (String bank : List.of("left", "right")) {
            Table table = db.createTable(bank);
            table.createIndex("balance", IndexType.SORTED);
            table.insert(IntStream.rangeClosed(0, ACCOUNTS)
                    .mapToObj(id -> Map.of("id", id, "balance", id == 0 ? 0 : 100))
                    .toList());
        }
    }

    @Test
    void everyBackupIsOneCommit() throws Exception {
        long seed = Crew.seed("backups");
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            SplittableRandom random = new SplittableRandom(seed + i);
            tasks.add(() -> move(random));
        }
        tasks.add(this::backUp);
        List<Long> done = Crew.work(tasks);
        BackupManager.builder(db, directory).build().backupFull();
        System.out.printf("backups: %s transfers beside %d backups%n", done.subList(0, WRITERS), done.get(WRITERS));
        assertThat(done).allMatch(n -> n > 0);
        List<BackupFile> files = BackupManager.list(directory);
        assertThat(files).hasSizeGreaterThanOrEqualTo(BACKUPS);
        assertThat(BackupManager.verify(directory).isGood()).isTrue();
        long last = 0;
        for (BackupFile file : files) {
            last = requireOneCommit(BackupManager.restore(directory, file.at()), last);
        }
        assertThat(last)
                .isEqualTo(done.stream().limit(WRITERS).mapToLong(n -> n).sum());
    }

    private long move(SplittableRandom random) {
        long moved = 0;
        while (writing.get()) {
            int giver = 1 + random.nextInt(ACCOUNTS);
            int taker = 1 + random.nextInt(ACCOUNTS);
            long amount = random.nextLong(20) - 10;
            db.transact(tx -> {
                add(tx.getTable("left"), giver, -amount);
                add(tx.getTable("right"), taker, amount);
                add(tx.getTable("left"), 0, 1);
                add(tx.getTable("right"), 0, 1);
            });
            moved++;
        }
        return moved;
    }

    private static void add(Table table, int account, long amount) {
        long there = table.get(account).orElseThrow().getLong("balance");
        table.update(Map.of("balance", there + amount), field("id").eq(account));
    }

    private long backUp() {
        BackupManager manager = BackupManager.builder(db, directory)
                .incremental(true)
                .maxDeltasBeforeFull(9)
                .fileFormat(FileFormat.IMAGE)
                .build();
        long written = 0;
        while (written < BACKUPS) {
            long before = manager.status().sequence();
            manager.backupNow();
            written += manager.status().sequence() > before ? 1 : 0;
        }
        writing.set(false);
        return written;
    }

    private static long requireOneCommit(DictDB restored, long last) {
        long left = count(restored, "left");
        assertThat(left).isEqualTo(count(restored, "right")).isGreaterThanOrEqualTo(last);
        assertThat(money(restored, "left") + money(restored, "right")).isEqualTo(TOTAL + 2 * left);
        assertThat(Integrity.verify(restored)).isEmpty();
        return left;
    }

    private static long count(DictDB restored, String table) {
        return restored.getTable(table).get(0).orElseThrow().getLong("balance");
    }

    private static long money(DictDB restored, String table) {
        return restored.getTable(table)
                .aggregate(sum("balance").as("sum"))
                .row()
                .getLong("sum");
    }
}
