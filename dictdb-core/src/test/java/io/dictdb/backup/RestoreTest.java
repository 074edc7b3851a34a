package io.dictdb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.backup.RestoreReport.PassedOver;
import io.dictdb.backup.VerifyReport.Checked;
import io.dictdb.backup.VerifyReport.State;
import io.dictdb.files.FaultyStorage;
import io.dictdb.files.RandomChanges;
import io.dictdb.files.Same;
import io.dictdb.internal.backup.Backups;
import io.dictdb.internal.file.BackupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/* What was backed up comes back, to any point; what is wrong with a directory is told by name and never becomes a database. */
class RestoreTest {
    @TempDir
    Path directory;

    private final DictDB db = DictDB.create();
    private BackupManager manager;

    @BeforeEach
    void built() {
        manager = BackupManager.builder(db, directory).build();
    }

    /** F0 with one record, then deltas D1, D2, D3 with one more each, F4, D5, D6. */
    private List<Path> sevenBackups() {
        Table table = db.createTable("t");
        for (int i = 0; i < 7; i++) {
            table.insert(Map.of("v", i));
            if (i % 4 == 0) {
                manager.backupFull();
            } else {
                manager.backupDelta();
            }
        }
        return BackupManager.list(directory).stream().map(BackupFile::path).toList();
    }

    private DictDB restored() {
        return BackupManager.restore(directory);
    }

    private static int records(DictDB restored) {
        return restored.getTable("t").count();
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
    }

    @ParameterizedTest
    @CsvSource({"json, false", "image, true"})
    void everyPointOfTenThousandChanges(String format, boolean compress) {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("RestoreTest, " + format + ": again with -Ddictdb.seed=" + seed);
        RandomChanges changes = new RandomChanges(db, seed);
        manager = BackupManager.builder(db, directory)
                .incremental(true)
                .fileFormat(FileFormat.of(format))
                .compress(compress)
                .build();
        TreeMap<Long, DictDB> points = new TreeMap<>();
        TreeMap<Instant, Long> times = new TreeMap<>();
        for (int i = 0; i < 250; i++) {
            changes.make(40);
            manager.backupNow();
            points.put(db.sequence(), copy());
            times.put(manager.status().lastBackup().orElseThrow().at(), db.sequence());
        }
        assertThat(points).hasSizeGreaterThan(200);
        Same.require(restored(), db);
        points.forEach((sequence, point) -> {
            if (sequence % 5 == 0) { // which loads every newer full backup
                Same.require(BackupManager.restore(directory, sequence), point);
            }
        });
        times.forEach((at, sequence) ->
                Same.require(BackupManager.restore(directory, at.plusNanos(999)), points.get(sequence)));
        VerifyReport report = BackupManager.verify(directory);
        assertThat(report.isGood()).isTrue();
        assertThat(report.files()).hasSameSizeAs(BackupManager.list(directory));
    }

    private DictDB copy() {
        Path file = directory.resolve("copy.ddb");
        db.save(file);
        return DictDB.load(file);
    }

    @Test
    void betweenTheCommitsThatWereBackedUp() {
        Table table = db.createTable("t");
        manager.backupFull();
        table.insert(Map.of("v", 1));
        table.insert(Map.of("v", 2));
        manager.backupDelta();
        assertThat(records(BackupManager.restore(directory, db.sequence()))).isEqualTo(2);
        assertThat(records(BackupManager.restore(directory, db.sequence() - 1))).isZero();
        assertThat(records(BackupManager.restore(directory, Long.MAX_VALUE))).isEqualTo(2);
        assertThatThrownBy(() -> BackupManager.restore(directory, 0))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no backup");
        assertThatThrownBy(() -> BackupManager.restore(directory, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BackupManager.restore(directory, Instant.EPOCH))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no backup");
    }

    @Test
    void theReportOfAWholeDirectory() {
        List<Path> files = sevenBackups();
        DictDB restored = restored();
        Same.require(restored, db);
        assertThat(BackupManager.lastReport(restored))
                .isEqualTo(new RestoreReport(directory, files.subList(4, 7), List.of(), db.sequence(), true));
    }

    @Test
    void aRestoredDatabaseGoesOn() {
        sevenBackups();
        DictDB restored = restored();
        assertThat(restored.getTable("t").insert(Map.of("v", 7))).isEqualTo(8L);
        Path second = directory.resolve("second");
        BackupManager.builder(restored, second).build().backupNow();
        Same.require(BackupManager.restore(second), restored);
    }

    @Test
    void aDamagedFullBackup() throws IOException {
        List<Path> files = sevenBackups();
        damage(files.get(4));
        DictDB restored = restored();
        assertThat(records(restored)).isEqualTo(4);
        RestoreReport report = BackupManager.lastReport(restored);
        assertThat(report.used()).isEqualTo(files.subList(0, 4));
        assertThat(report.passedOver()).extracting(PassedOver::file).containsExactlyElementsOf(files.subList(4, 7));
        assertThat(report.passedOver().get(0).why()).contains(files.get(4).toString(), "damaged");
        assertThat(report.passedOver().get(1).why())
                .contains(files.get(5).toString(), "follows " + files.get(4).getFileName());
        assertStates(State.GOOD, State.GOOD, State.GOOD, State.GOOD, State.DAMAGED, State.FOREIGN, State.FOREIGN);
    }

    private void assertStates(State... states) {
        VerifyReport report = BackupManager.verify(directory);
        assertThat(report.files()).extracting(Checked::state).containsExactly(states);
        assertThat(report.isGood()).isEqualTo(List.of(states).stream().allMatch(State.GOOD::equals));
        assertThat(report.files())
                .allSatisfy(file -> assertThat(file.message().isEmpty()).isEqualTo(file.state() == State.GOOD));
    }

    @Test
    void aDamagedDelta() throws IOException {
        List<Path> files = sevenBackups();
        damage(files.get(5));
        DictDB restored = restored();
        assertThat(records(restored)).isEqualTo(5);
        assertThat(BackupManager.lastReport(restored).passedOver())
                .extracting(PassedOver::file)
                .containsExactly(files.get(5), files.get(6));
        assertStates(State.GOOD, State.GOOD, State.GOOD, State.GOOD, State.GOOD, State.DAMAGED, State.FOREIGN);
    }

    @Test
    void aMissingDelta() throws IOException {
        List<Path> files = sevenBackups();
        Files.delete(files.get(1));
        Files.delete(files.get(5));
        DictDB restored = restored();
        assertThat(records(restored)).isEqualTo(5);
        assertThat(BackupManager.lastReport(restored).passedOver())
                .singleElement()
                .satisfies(file -> assertThat(file.why())
                        .contains(
                                files.get(6).toString(),
                                files.get(5).getFileName().toString()));
        VerifyReport report = BackupManager.verify(directory);
        assertThat(report.files())
                .extracting(Checked::state)
                .containsExactly(
                        State.GOOD,
                        State.MISSING,
                        State.FOREIGN,
                        State.FOREIGN,
                        State.GOOD,
                        State.MISSING,
                        State.FOREIGN);
        assertThat(report.files().get(1).path().getFileName())
                .isEqualTo(files.get(1).getFileName());
        assertThat(records(BackupManager.restore(
                        directory, BackupManager.list(directory).get(2).at())))
                .isEqualTo(1);
    }

    @Test
    void aMissingFullBackup() throws IOException {
        List<Path> files = sevenBackups();
        Files.delete(files.get(0));
        Files.delete(files.get(4));
        assertThatThrownBy(this::restored)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no backup to restore in " + directory);
        assertThatThrownBy(() -> BackupManager.restoreIfAny(directory)).isInstanceOf(StorageException.class);
        assertThat(BackupManager.verify(directory).files())
                .filteredOn(file -> file.state() == State.MISSING)
                .hasSize(2);
    }

    @Test
    void reorderedDeltas() throws IOException {
        List<Path> files = sevenBackups();
        Path aside = directory.resolve("aside");
        Files.move(files.get(5), aside);
        Files.move(files.get(6), files.get(5));
        Files.move(aside, files.get(6));
        DictDB restored = restored();
        assertThat(records(restored)).isEqualTo(6);
        assertThat(BackupManager.lastReport(restored).passedOver())
                .extracting(PassedOver::file)
                .containsExactly(files.get(5));
        assertStates(State.GOOD, State.GOOD, State.GOOD, State.GOOD, State.GOOD, State.FOREIGN, State.GOOD);
    }

    @Test
    void aDoubledDelta() throws IOException {
        List<Path> files = sevenBackups();
        String last = files.get(6).getFileName().toString();
        Path copy = directory.resolve(last.replaceFirst("_\\d{6}", "_999999"));
        Files.copy(files.get(5), copy, StandardCopyOption.REPLACE_EXISTING);
        DictDB restored = restored();
        Same.require(restored, db);
        assertThat(BackupManager.lastReport(restored).passedOver())
                .extracting(PassedOver::file)
                .containsExactly(copy);
    }

    @Test
    void foreignFiles(@TempDir Path elsewhere) throws IOException {
        sevenBackups();
        DictDB other = DictDB.create();
        BackupManager theirs = BackupManager.builder(other, elsewhere).build();
        theirs.backupFull();
        other.createTable("x");
        theirs.backupDelta();
        Path delta = BackupManager.list(elsewhere).get(1).path();
        Files.copy(delta, directory.resolve(delta.getFileName()));
        Files.writeString(directory.resolve("notes.txt"), "mine");
        Files.writeString(directory.resolve("dictdb_backup_1_000000.tmp~"), "mine");
        DictDB restored = restored();
        Same.require(restored, db);
        assertThat(BackupManager.lastReport(restored).passedOver()).hasSize(1);
        assertThat(BackupManager.list(directory)).hasSize(8);
        assertThat(BackupManager.verify(directory).files())
                .extracting(Checked::state)
                .endsWith(State.MISSING, State.FOREIGN);
    }

    @Test
    void everythingIsDamaged() throws IOException {
        for (Path file : sevenBackups()) {
            damage(file);
        }
        assertThatThrownBy(this::restored)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no backup to restore")
                .hasMessageContaining("dictdb_backup_")
                .hasMessageContaining("damaged");
        assertThat(BackupManager.verify(directory).files())
                .extracting(Checked::state)
                .containsOnly(State.DAMAGED);
    }

    /* It would be put onto a state that it does not belong to. */
    @Test
    void aDeltaOfPythonsBehindADamagedOne() throws IOException {
        String full = "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"schema\": null, \"records\": []}}}";
        Files.writeString(directory.resolve("dictdb_backup_10_000000.json"), full);
        Files.writeString(directory.resolve("dictdb_delta_20_000000.json"), pythons(20, 1));
        Files.writeString(
                directory.resolve("dictdb_delta_30_000000.json"), pythons(30, 2).substring(0, 50));
        Files.writeString(directory.resolve("dictdb_delta_40_000000.json"), pythons(40, 3));
        DictDB restored = restored();
        assertThat(records(restored)).isEqualTo(1);
        RestoreReport report = BackupManager.lastReport(restored);
        assertThat(report.linked()).isFalse();
        assertThat(report.passedOver())
                .extracting(file -> file.file().getFileName().toString())
                .containsExactly("dictdb_delta_30_000000.json", "dictdb_delta_40_000000.json");
        assertThat(report.passedOver().get(1).why()).contains("does not say what it follows");
        assertStates(State.GOOD, State.GOOD, State.DAMAGED, State.FOREIGN);
        assertThatThrownBy(() -> BackupManager.restore(directory, 1))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("does not tell which commit");
    }

    private static String pythons(int seconds, int key) {
        return "{\"type\": \"delta\", \"timestamp\": " + seconds + ".5, \"tables\": {\"t\": {\"upserts\": [{\"id\": "
                + key + "}], \"deletes\": []}}}";
    }

    @Test
    void restoreOrCreate() throws IOException {
        Path none = directory.resolve("none");
        assertThat(BackupManager.restoreIfAny(none)).isEmpty();
        assertThat(Files.exists(none)).isFalse();
        assertThat(BackupManager.restoreIfAny(directory)).isEmpty();
        assertThatThrownBy(this::restored)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no backup to restore in " + directory);
        assertThatThrownBy(() -> BackupManager.restore(none))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(none.toString());
        sevenBackups();
        Same.require(BackupManager.restoreIfAny(directory).orElseThrow(), db);
    }

    /* A program that begins anew because a volume is away would, with its next backups, push out what is on it. */
    @Test
    void linksThatLeadNowhereAreNotNoBackups() throws IOException {
        Files.createSymbolicLink(directory.resolve("dictdb_backup_5_000000.json"), directory.resolve("away"));
        assertThatThrownBy(() -> BackupManager.restoreIfAny(directory))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("dictdb_backup_5_000000.json");
        assertStates(State.DAMAGED);
    }

    @Test
    void restoringWhileAnotherProcessDeletesWhatItNoLongerNeeds() {
        Table table = db.createTable("t");
        BackupManager rotating = BackupManager.builder(db, directory)
                .retention(Retention.keepFulls(1))
                .build();
        rotating.backupNow();
        for (int quiet = 1; quiet < 8; quiet++) {
            AtomicInteger calls = new AtomicInteger(quiet);
            int known = table.count();
            DictDB restored = Backups.restore(
                    new FaultyStorage(() -> {
                        if (calls.decrementAndGet() >= 0) {
                            table.insert(Map.of("v", 1));
                            rotating.backupNow();
                        }
                    }),
                    directory);
            assertThat(records(restored)).isGreaterThan(known);
            assertThat(BackupManager.lastReport(restored).passedOver()).isEmpty();
        }
    }

    @Test
    void sidecarsOfOtherToolsAreNoBackups() throws IOException {
        List<Path> files = sevenBackups();
        for (String suffix : List.of(".sha256", ".bak", ".json", "~")) {
            Files.writeString(Path.of(files.get(6) + suffix), "mine");
            Files.writeString(Path.of(files.get(4) + suffix), "mine");
        }
        assertThat(BackupManager.list(directory)).hasSize(7);
        BackupManager.builder(db, directory)
                .retention(Retention.keepFulls(1))
                .build()
                .backupFull();
        assertThat(BackupManager.list(directory)).hasSize(1);
        Same.require(restored(), db);
    }

    /* A delta behind another's full backup would not be found. */
    @Test
    void twoManagersOfOneDatabase() {
        BackupManager one =
                BackupManager.builder(db, directory).incremental(true).build();
        BackupManager other = BackupManager.builder(db, directory)
                .incremental(true)
                .retention(Retention.keepFulls(1))
                .build();
        Table table = db.createTable("t");
        for (int i = 0; i < 20; i++) {
            table.insert(Map.of("v", i));
            (i * 7 % 5 < 2 ? one : other).backupNow();
            Same.require(restored(), db);
            assertThat(BackupManager.verify(directory).isGood()).isTrue();
        }
    }

    @Test
    void aBaseThatWasCutIsNoBase() throws IOException {
        List<Path> files = sevenBackups();
        Files.write(files.get(4), new byte[0]);
        db.getTable("t").insert(Map.of("v", 7));
        manager.backupDelta();
        assertThat(BackupManager.list(directory))
                .last()
                .extracting(BackupFile::kind)
                .isEqualTo(BackupFile.Kind.FULL);
        Same.require(restored(), db);
    }

    /* Python goes on writing into the directory after the move. */
    @Test
    void aDeltaOfPythonsInAChainOfOurs() throws IOException {
        List<Path> files = sevenBackups();
        Path last = files.get(6);
        BackupName name = BackupName.of(last.getFileName().toString()).orElseThrow();
        Path later = directory.resolve(new BackupName(true, name.micros() + 2_000_000, ".json").toString());
        Files.move(last, later);
        Files.writeString(
                directory.resolve(new BackupName(true, name.micros() + 1_000_000, ".json").toString()),
                pythons((int) name.at().getEpochSecond() + 1, 99));
        Same.require(restored(), db);
        assertThat(BackupManager.verify(directory).files())
                .extracting(Checked::state)
                .endsWith(State.FOREIGN, State.GOOD);
    }

    @Test
    void aDamagedFullBackupBetweenThoseOfAChain() throws IOException {
        List<Path> files = sevenBackups();
        Path last = files.get(6);
        BackupName name = BackupName.of(last.getFileName().toString()).orElseThrow();
        Files.move(last, directory.resolve(new BackupName(true, name.micros() + 2_000_000, ".json").toString()));
        Files.writeString(directory.resolve(new BackupName(false, name.micros() + 1_000_000, ".json").toString()), "{");
        Same.require(restored(), db);
        assertThat(BackupManager.verify(directory).files())
                .extracting(Checked::state)
                .endsWith(State.GOOD, State.GOOD, State.DAMAGED, State.GOOD);
    }

    @Test
    void whatLiesBeyondACommitIsNotPassedOver() {
        sevenBackups();
        DictDB restored = BackupManager.restore(directory, 4);
        assertThat(restored.sequence()).isEqualTo(4);
        assertThat(BackupManager.lastReport(restored).passedOver()).isEmpty();
        assertThat(BackupManager.lastReport(BackupManager.restore(directory, 6)).passedOver())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "tr-TR", "th-TH-u-nu-thai"})
    void digitsOfAnyLanguage(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            manager = BackupManager.builder(db, directory).build();
            sevenBackups();
            assertThat(BackupManager.list(directory)).hasSize(7);
            Same.require(restored(), db);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theDeepestValue() {
        Object deep = List.of();
        for (int i = 1; i < 500; i++) {
            deep = i % 2 == 0 ? List.of(deep) : Map.of("$m", deep);
        }
        Table table = db.createTable("t");
        manager.backupFull();
        table.insert(Map.of("v", deep));
        manager.backupDelta();
        Same.require(restored(), db);
        manager.backupFull();
        Same.require(restored(), db);
    }

    /* Whatever a disk loses, no state comes back that was not backed up, and looking at all finds it. */
    @Test
    void everyCutAndEveryBitOfEachFile() throws IOException {
        db.createTable("t", "k").insert(Map.of("k", "a", "v", 1.5));
        manager.backupFull();
        db.getTable("t").insert(Map.of("k", "b"));
        manager.backupDelta();
        List<Path> files =
                BackupManager.list(directory).stream().map(BackupFile::path).toList();
        for (int file = 0; file < 2; file++) {
            byte[] bytes = Files.readAllBytes(files.get(file));
            for (int i = 0; i < bytes.length; i++) {
                requireFound(files.get(file), Arrays.copyOf(bytes, i), file);
                byte[] flipped = bytes.clone();
                flipped[i] ^= (byte) (1 << i % 8);
                requireFound(files.get(file), flipped, file);
            }
            Files.write(files.get(file), bytes);
        }
        Same.require(restored(), db);
    }

    private void requireFound(Path file, byte[] bytes, int place) throws IOException {
        Files.write(file, bytes);
        assertThat(BackupManager.verify(directory).files().get(place).state()).isEqualTo(State.DAMAGED);
        if (place == 0) {
            assertThatThrownBy(this::restored)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(file.toString());
        } else {
            assertThat(records(restored())).isEqualTo(1);
        }
    }

    @Test
    void nothingIsWrittenToTheDirectory() throws IOException {
        List<Path> files = sevenBackups();
        damage(files.get(5));
        Files.createFile(directory.resolve(".dictdb-litter.tmp"));
        List<Object> before = content();
        restored();
        BackupManager.restore(directory, 3);
        BackupManager.verify(directory);
        BackupManager.list(directory);
        assertThat(content()).isEqualTo(before);
    }

    private List<Object> content() throws IOException {
        List<Object> content = new ArrayList<>();
        content.add(Files.getLastModifiedTime(directory));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                content.addAll(List.of(
                        file, time, List.of(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))));
            }
        }
        return content;
    }
}
