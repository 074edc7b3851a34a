package io.dictdb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.UnsupportedFormatException;
import io.dictdb.backup.RestoreReport.PassedOver;
import io.dictdb.backup.VerifyReport.Checked;
import io.dictdb.backup.VerifyReport.State;
import io.dictdb.files.Same;
import io.dictdb.internal.file.BackupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/* What is damaged, missing or out of order is told by name, and never becomes a database. */
class DamagedBackupsTest extends BackedUp {
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
                for (int bit = 0; bit < 8; bit++) {
                    byte[] flipped = bytes.clone();
                    flipped[i] ^= (byte) (1 << bit);
                    requireFound(files.get(file), flipped, file);
                }
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
            try {
                assertThat(records(restored())).isEqualTo(1);
            } catch (UnsupportedFormatException e) {
                assertThat(e).hasMessageContaining(file.toString()); // it says that it is of a newer version
            }
        }
    }
}
