package io.dictdb.internal.backup;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.backup.BackupManager;
import io.dictdb.backup.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* When backups are written, on a clock of the test's own. */
class TriggersTest {
    @TempDir
    Path directory;

    private final Timeline time = new Timeline();
    private final DictDB db = DictDB.create();
    private final Table table = db.createTable("t");
    private final List<Integer> failures = new ArrayList<>();
    private BackupManager manager;

    @BeforeEach
    void built() {
        manager = builder().build();
    }

    private BackupManager.Builder builder() {
        return new ManagerBuilder(db, directory, time)
                .clock(time)
                .interval(ofMinutes(5))
                .minInterval(ofSeconds(5))
                .onFailure((error, inARow) -> failures.add(inARow));
    }

    private int backups() {
        return BackupManager.list(directory).size();
    }

    private void change() {
        table.insert(Map.of("v", 1));
        manager.notifyChange();
    }

    private void assertBackups(int expected, Duration later) {
        time.pass(later);
        assertThat(backups()).isEqualTo(expected);
    }

    @Test
    void everyInterval() {
        assertBackups(0, ofMinutes(60));
        manager.start();
        manager.start();
        assertThat(manager.status().running()).isTrue();
        assertBackups(0, ofMinutes(5).minusNanos(1));
        assertBackups(1, ofMillis(1));
        assertBackups(1, ofMinutes(4));
        assertBackups(2, ofMinutes(1));
        assertBackups(12, ofMinutes(50));
    }

    @Test
    void nothingAfterStop() {
        manager.start();
        time.pass(ofMinutes(5));
        manager.stop();
        manager.stop();
        manager.close();
        assertThat(manager.status().running()).isFalse();
        assertThat(time.waiting()).isZero();
        assertBackups(1, ofMinutes(60));
        change();
        assertBackups(1, ofMinutes(60));
        manager.start();
        assertBackups(2, ofMinutes(5));
    }

    @Test
    void aChangeIsBackedUpAtOnceAndThenAtTheEndOfTheQuietTime() {
        manager.start();
        change();
        assertBackups(1, Duration.ZERO);
        change();
        assertBackups(1, ofSeconds(4));
        change();
        assertBackups(2, ofSeconds(1));
        assertThat(latest()).isEqualTo(table.count());
        assertBackups(2, ofMinutes(4));
        change();
        assertBackups(3, Duration.ZERO);
    }

    @Test
    void manyChangesAreOneBackup() {
        manager.start();
        change();
        time.pass(Duration.ZERO);
        for (int i = 0; i < 1000; i++) {
            change();
            time.pass(ofMillis(1));
        }
        assertBackups(2, ofSeconds(5));
        assertThat(time.waiting()).isEqualTo(1);
    }

    @Test
    void theQuietTimeBeginsWithAnyBackup() {
        manager.start();
        time.pass(ofMinutes(5));
        change();
        assertBackups(1, ofSeconds(4));
        assertBackups(2, ofSeconds(1));
    }

    @Test
    void aBackupOfTheIntervalTakesTheChangeAlong() {
        manager.start();
        time.pass(ofMinutes(5).minusSeconds(3));
        change();
        time.pass(Duration.ZERO);
        change();
        assertBackups(2, ofSeconds(3));
        assertThat(latest()).isEqualTo(2);
        assertBackups(2, ofSeconds(30));
        change();
        assertBackups(3, Duration.ZERO);
    }

    @Test
    void stopWritesWhatIsNoted() {
        manager.start();
        change();
        time.pass(Duration.ZERO);
        change();
        manager.stop();
        assertThat(backups()).isEqualTo(2);
        assertThat(latest()).isEqualTo(2);
        manager.stop();
        assertThat(backups()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, -3600, -1_000_000_000, 3600, 1_000_000_000})
    void theClockIsSet(long seconds) {
        manager.start();
        change();
        time.pass(Duration.ZERO);
        time.set(ofSeconds(seconds));
        change();
        assertBackups(2, ofSeconds(5));
        change();
        assertBackups(3, ofSeconds(5));
        assertThat(latest()).isEqualTo(3);
        assertBackups(4, ofMinutes(5));
    }

    @Test
    void theClockStandsStill() {
        time.stop();
        manager.start();
        for (int i = 1; i < 20; i++) {
            change();
            assertBackups(i, ofSeconds(5));
            assertThat(latest()).isEqualTo(i);
        }
    }

    private int latest() {
        return BackupManager.restore(directory).getTable("t").count();
    }

    @Test
    void withoutAQuietTime() {
        manager = builder().minInterval(Duration.ZERO).build();
        manager.start();
        for (int i = 1; i < 5; i++) {
            change();
            assertBackups(i, Duration.ZERO);
        }
    }

    @Test
    void failuresAreCountedUntilOneSucceeds() throws IOException {
        manager.start();
        Files.delete(directory);
        time.pass(ofMinutes(15));
        assertThat(failures).containsExactly(1, 2, 3);
        assertThat(manager.consecutiveFailures()).isEqualTo(3);
        assertThat(manager.status().lastFailure())
                .hasValueSatisfying(e ->
                        assertThat(e).isInstanceOf(StorageException.class).hasMessageContaining(directory.toString()));
        assertThatThrownBy(manager::backupNow).isInstanceOf(StorageException.class);
        assertThat(failures).containsExactly(1, 2, 3, 4);
        Files.createDirectory(directory);
        time.pass(ofMinutes(5));
        assertThat(manager.consecutiveFailures()).isZero();
        assertThat(manager.status().lastFailure()).isEmpty();
        assertThat(backups()).isEqualTo(1);
        Files.delete(BackupManager.list(directory).get(0).path());
        Files.delete(directory);
        time.pass(ofMinutes(5));
        assertThat(failures).containsExactly(1, 2, 3, 4, 1);
    }

    @Test
    void aChangeWhoseBackupFailedIsStillNoted() throws IOException {
        manager.start();
        Files.delete(directory);
        change();
        time.pass(Duration.ZERO);
        assertThat(failures).containsExactly(1);
        Files.createDirectory(directory);
        manager.stop();
        assertThat(latest()).isEqualTo(1);
    }

    @Test
    void aListenerThatThrowsChangesNothing() throws IOException {
        manager = builder()
                .onFailure((error, inARow) -> {
                    failures.add(inARow);
                    throw new IllegalStateException("mine");
                })
                .build();
        manager.start();
        Files.delete(directory);
        time.pass(ofMinutes(10));
        assertThatThrownBy(manager::backupFull).isInstanceOf(StorageException.class);
        assertThat(failures).containsExactly(1, 2, 3);
        Files.createDirectory(directory);
        assertBackups(1, ofMinutes(5));
        assertThat(manager.consecutiveFailures()).isZero();
    }

    /* Stopping, or writing another backup, from where a failure is told must not wait for itself. */
    @Test
    void aListenerMayCallTheManager() throws IOException {
        manager = builder()
                .onFailure((error, inARow) -> {
                    failures.add(inARow);
                    try {
                        Files.createDirectory(directory);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    manager.backupNow();
                    manager.stop();
                })
                .build();
        manager.start();
        Files.delete(directory);
        assertBackups(1, ofMinutes(30));
        assertThat(failures).containsExactly(1);
    }

    @Test
    void anErrorOfAListenerEndsNothing() throws IOException {
        manager = builder()
                .onFailure((error, inARow) -> {
                    failures.add(inARow);
                    throw new AssertionError("mine");
                })
                .build();
        manager.start();
        Files.delete(directory);
        time.pass(ofMinutes(10));
        assertThatThrownBy(manager::backupNow).isInstanceOf(StorageException.class);
        assertThat(failures).containsExactly(1, 2, 3);
        Files.createDirectory(directory);
        assertBackups(1, ofMinutes(5));
    }

    @Test
    void whateverAnExecutorDoesTheNextOneComes() {
        int[] calls = {0};
        manager = builder()
                .executor(task -> {
                    if (calls[0]++ == 0) {
                        throw new NoClassDefFoundError("mine");
                    } else if (calls[0] > 3) {
                        task.run();
                    } // else it is forgotten
                })
                .build();
        manager.start();
        change();
        assertBackups(0, ofMinutes(9));
        assertThat(failures).containsExactly(1);
        change();
        assertBackups(0, ofSeconds(10));
        assertBackups(1, ofMinutes(1));
        change();
        assertBackups(2, ofSeconds(5));
    }

    @Test
    void aClockThatThrows() {
        boolean[] broken = {true};
        manager = builder()
                .clock(new Clock() {
                    @Override
                    public Instant instant() {
                        if (broken[0]) {
                            throw new IllegalStateException("mine");
                        }
                        return time.instant();
                    }

                    @Override
                    public ZoneId getZone() {
                        return time.getZone();
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                })
                .build();
        manager.start();
        time.pass(ofMinutes(10));
        assertThat(failures).containsExactly(1, 2);
        broken[0] = false;
        assertBackups(1, ofMinutes(5));
    }

    @Test
    void stopTriesAgainWhatFailed() throws IOException {
        manager.start();
        change();
        time.pass(Duration.ZERO);
        Files.delete(BackupManager.list(directory).get(0).path());
        Files.delete(directory);
        change();
        manager.stop();
        assertThat(failures).containsExactly(1);
        Files.createDirectory(directory);
        manager.stop();
        assertThat(latest()).isEqualTo(2);
        manager.stop();
        assertThat(backups()).isEqualTo(1);
    }

    @Test
    void whatIsKeptForEver() {
        manager = builder()
                .retention(Retention.keepFor(ChronoUnit.FOREVER.getDuration()))
                .build();
        manager.start();
        assertBackups(3, ofMinutes(15));
        assertThat(failures).isEmpty();
    }

    /* Of a clock that was wrong once, each backup costs one chain at most. */
    @Test
    void aClockThatIsAheadForAWhile() {
        manager = builder().retention(Retention.keepFor(Duration.ofDays(7))).build();
        manager.start();
        assertBackups(12, ofMinutes(60));
        time.set(Duration.ofDays(30_000));
        assertBackups(12, ofMinutes(5));
        time.set(Duration.ofDays(-30_000));
        assertBackups(24, ofMinutes(60));
        assertThat(failures).isEmpty();
    }

    @Test
    void aStampFromFarAway() throws IOException {
        Files.writeString(directory.resolve("dictdb_backup_9999999999_000000.json"), "{");
        manager.backupFull();
        assertThat(latest()).isZero();
        manager.backupFull();
        Files.writeString(directory.resolve("dictdb_backup_999999999999_999999.json"), "{");
        assertThatThrownBy(manager::backupFull).hasMessageContaining("would not be found again");
        assertThat(latest()).isZero();
    }

    @Test
    void anExecutorThatRefuses() {
        List<Runnable> handed = new ArrayList<>();
        boolean[] refuses = {true};
        manager = builder()
                .executor(task -> {
                    if (refuses[0]) {
                        throw new RejectedExecutionException("full");
                    }
                    handed.add(task);
                })
                .build();
        manager.start();
        change();
        time.pass(ofMinutes(5));
        assertThat(failures).containsExactly(1, 2);
        refuses[0] = false;
        change();
        time.pass(Duration.ZERO);
        assertThat(handed).hasSize(1);
        assertThat(backups()).isZero();
        handed.remove(0).run();
        assertThat(latest()).isEqualTo(2);
        time.pass(ofMinutes(5));
        handed.remove(0).run();
        assertThat(backups()).isEqualTo(2);
        time.pass(ofMinutes(5));
        manager.stop();
        handed.remove(0).run();
        assertThat(backups()).as("a task that was handed over before stop").isEqualTo(2);
    }

    /* It had recursed until the stack was full. */
    @Test
    void stoppedByItsListener() throws IOException {
        BackupManager[] stopped = new BackupManager[1];
        stopped[0] = builder()
                .onFailure((error, inARow) -> {
                    failures.add(inARow);
                    stopped[0].stop();
                })
                .build();
        stopped[0].start();
        Files.delete(directory);
        time.pass(ofMinutes(5));
        assertThat(failures).containsExactly(1);
        assertThat(stopped[0].status().running()).isFalse();
        Files.createDirectory(directory);
        stopped[0].stop();
        assertThat(backups()).as("what the one that failed should have held").isEqualTo(1);
    }

    @Test
    void triedAgainByItsListener() throws IOException {
        BackupManager[] tried = new BackupManager[1];
        tried[0] = builder()
                .onFailure((error, inARow) -> {
                    failures.add(inARow);
                    tried[0].backupNow();
                })
                .build();
        Files.delete(directory);
        assertThatThrownBy(tried[0]::backupNow).isInstanceOf(StorageException.class);
        assertThat(failures).containsExactly(1);
        assertThat(tried[0].consecutiveFailures()).isEqualTo(2);
        Files.createDirectory(directory);
    }

    @Test
    void nothingToWriteIsASuccess() throws IOException {
        manager = builder().incremental(true).build();
        manager.backupNow();
        Path away = Files.move(directory, directory.resolveSibling(directory.getFileName() + "-away"));
        assertThatThrownBy(manager::backupNow).isInstanceOf(StorageException.class);
        Files.move(away, directory);
        manager.backupNow();
        assertThat(backups()).isEqualTo(1);
        assertThat(manager.consecutiveFailures()).isZero();
        assertThat(manager.status().lastFailure()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void noFullBackupOfWhatHasNotChanged(int maxDeltas) {
        manager = builder().incremental(true).maxDeltasBeforeFull(maxDeltas).build();
        for (int i = 0; i < 3; i++) {
            table.insert(Map.of("v", i));
            manager.backupNow();
            manager.backupNow();
        }
        assertThat(backups()).isEqualTo(3);
        manager.backupFull();
        assertThat(backups()).isEqualTo(4);
    }

    @Test
    void whatAnExecutorRefusedIsWrittenAtTheEnd() {
        manager = builder()
                .executor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build();
        manager.start();
        time.pass(ofMinutes(5));
        assertThat(backups()).isZero();
        manager.stop();
        assertThat(backups()).isEqualTo(1);
    }

    /* A clock that is set does not make the quiet time shorter or longer. */
    @ParameterizedTest
    @ValueSource(longs = {-10_000_000, -1, 1, 10_000_000})
    void quietTimeWhileTheClockIsSet(long seconds) {
        manager.start();
        change();
        assertBackups(1, Duration.ZERO);
        for (int i = 0; i < 9; i++) {
            time.set(ofSeconds(seconds));
            change();
            assertBackups(1, ofMillis(500));
        }
        assertBackups(2, ofMillis(500));
    }

    @Test
    void theLongestQuietTime() {
        manager = builder().minInterval(ofSeconds(Long.MAX_VALUE)).build();
        manager.start();
        change();
        assertBackups(1, Duration.ZERO);
        time.set(ofSeconds(-100));
        change();
        assertBackups(1, ofMinutes(4));
        assertBackups(2, ofMinutes(1));
    }
}
