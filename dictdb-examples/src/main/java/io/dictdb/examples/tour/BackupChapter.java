package io.dictdb.examples.tour;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupManager;
import io.dictdb.backup.RestoreReport;
import io.dictdb.backup.VerifyReport;
import io.dictdb.examples.terminal.Wording;
import io.dictdb.examples.tour.Stopwatch.Timed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What a program needs in production: backups beside working threads, to be told when one fails, an orderly end, and the way back. */
final class BackupChapter implements Chapter {
    private static final int WRITERS = 4;
    private static final int TRANSFERS = 500;
    private static final int ACCOUNTS = 100;
    private static final int SAMPLES = 6;
    private static final int GRAVE = 3;

    private final DictDB db;
    private final Path backups;
    private final Path away;

    /**
     * @param folder where the backups go
     */
    BackupChapter(DictDB db, Path folder) {
        this.db = db;
        this.backups = folder.resolve("backups");
        this.away = folder.resolve("away");
    }

    @Override
    public String title() {
        return "Production: backups, a failure, a shutdown, and back";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("Incremental backups, while four threads move money", """
                    BackupManager manager = BackupManager.builder(db, backups)
                            .interval(Duration.ofMillis(5))
                            .incremental(true)
                            .build();
                    manager.start();
                    BackupManager.restore(backups, file.at());           // six of them
                    """, this::beside),
                new Step("The disk is away: who is told, and how loudly", """
                    BackupManager manager = BackupManager.builder(db, away)
                            .onFailure((error, inARow) -> told.add(level(inARow)))
                            .build();
                    """, this::fail),
                new Step("A shutdown, and everything back in a new database", """
                    manager.backupFull();                                // the last one
                    DictDB restored = BackupManager.restore(backups);
                    RestoreReport report = BackupManager.lastReport(restored);
                    VerifyReport verified = BackupManager.verify(backups);
                    """, this::restore));
    }

    private void beside(Page page) {
        long sum = TransferChapter.money(db.snapshot());
        BackupManager manager = BackupManager.builder(db, backups)
                .interval(Duration.ofMillis(5))
                .incremental(true)
                .build();
        AtomicInteger done = new AtomicInteger();
        try (manager) {
            manager.start();
            long nanos =
                    new Crew(WRITERS, clerk -> move(clerk, done)).run(page, "transfers", done, WRITERS * TRANSFERS);
            page.result(Wording.count(done.get(), "transfer"), nanos, Wording.perSecond(done.get(), nanos));
            manager.backupNow();
        }
        List<BackupFile> files = BackupManager.list(backups);
        page.say(
                Wording.count(files.size(), "backup") + " meanwhile. A delta holds what changed since the one before.");
        List<Long> sums = IntStream.rangeClosed(1, SAMPLES)
                .mapToObj(i -> files.get((files.size() - 1) * i / SAMPLES))
                .map(file -> BackupManager.restore(backups, file.at()))
                .map(restored -> TransferChapter.money(restored.snapshot()))
                .toList();
        page.check("each restores to one commit: no money is lost or doubled", Collections.nCopies(SAMPLES, sum), sums);
    }

    private void move(int clerk, AtomicInteger done) {
        for (int i = 0; i < TRANSFERS; i++) {
            int from = (clerk * 11 + i) % ACCOUNTS + 1;
            int to = (clerk + i * 7) % ACCOUNTS + 1;
            db.transact(tx -> {
                add(tx.getTable("current"), from, -1);
                add(tx.getTable("savings"), to, 1);
            });
            done.incrementAndGet();
        }
    }

    private static void add(Table table, int account, int amount) {
        table.update(row -> TransferChapter.added(row, amount), field("id").eq(account));
    }

    private void fail(Page page) {
        List<String> told = new ArrayList<>();
        BackupManager manager = BackupManager.builder(db, away)
                .onFailure((error, inARow) -> told.add(level(inARow)))
                .build();
        delete(away);
        for (int i = 0; i < GRAVE; i++) {
            attempt(manager);
        }
        page.say("Told: " + String.join(", ", told) + ".");
        page.check("each failure was told, louder each time", List.of("warning", "error", "page somebody"), told);
        create(away);
        attempt(manager);
        page.check(
                "with the disk back, the next one succeeds",
                1,
                BackupManager.list(away).size());
        page.check("and the count begins anew", 0, manager.consecutiveFailures());
    }

    private static String level(int inARow) {
        return inARow == 1 ? "warning" : inARow < GRAVE ? "error" : "page somebody";
    }

    private static void attempt(BackupManager manager) {
        try {
            manager.backupNow();
        } catch (StorageException e) {
            // told already
        }
    }

    private static void delete(Path directory) {
        try {
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path directory) {
        try {
            Files.createDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restore(Page page) {
        BackupManager manager = BackupManager.builder(db, backups).build();
        page.result("the last full backup", page.time(() -> manager.backupFull()));
        manager.close();
        Timed<DictDB> back = page.time(() -> BackupManager.restore(backups));
        DictDB restored = back.result();
        page.result("restored", back.nanos());
        page.check("the same tables, records and indexes", FilesChapter.contents(db), FilesChapter.contents(restored));
        page.check("at the same commit", db.sequence(), restored.sequence());
        RestoreReport report = BackupManager.lastReport(restored);
        page.check("nothing had to be passed over", List.of(), report.passedOver());
        VerifyReport verified = BackupManager.verify(backups);
        page.check("and every older backup is good too", true, verified.isGood());
        page.overview(statistics(restored));
    }

    private static List<Map<String, Object>> statistics(DictDB restored) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (String name : restored.listTables()) {
            Table table = restored.getTable(name);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("table", name);
            line.put("records", Wording.count(table.count()));
            line.put("key", table.primaryKey());
            line.put("indexes", String.join(", ", table.indexedFields()));
            tables.add(line);
        }
        return tables;
    }
}
