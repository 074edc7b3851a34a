package io.dictdb.backup;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.internal.backup.Backups;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * Writes backups of a database beside its working threads, and makes a database of them again.
 *
 * <p>Each backup is of one commit over all tables. Writers never wait for it: it is read from a state that nobody changes. An incremental backup, a delta, holds what has changed
 * since the last backup that succeeded; it is found by comparing the two states, so that no change can be forgotten or doubled, and what a failed backup did not write
 * is in the next one. Each file is written beside its place, forced to the disk, moved, and read back before it counts.
 *
 * <p>Of a store that keeps its journal, see {@link DictDB.Builder#keepJournalFor}, a delta holds each commit, and before a full backup comes such a delta too: so any commit can be restored, not only those at
 * which a backup was made; but for those between the last backup of a manager and the first one of the next, so let there be one before a program ends.
 *
 * <p>Files are named as Python DictDB names them, {@code dictdb_backup_SECONDS_MICROS} and {@code dictdb_delta_SECONDS_MICROS}, with stamps that only
 * grow, whatever the clock does. A delta names what it follows by its checksum.
 *
 * <p>A directory belongs to one database and one manager at a time. When a backup of another is found there, the next one is a full backup.
 *
 * <p>A manager holds on to the state of its last backup, to compare the next one with: what has been overwritten or deleted since stays in memory until then, and for as long as the manager is reachable.
 *
 * <p>Safe for use by several threads: one backup runs at a time, and whoever asks for another waits.
 */
public interface BackupManager extends AutoCloseable {
    /**
     * Prepares a manager. It writes nothing before it is started or told to.
     *
     * @param db the database
     * @param directory where the files go; created when it is not there. Where it may be on a disk that is not mounted, look for it before
     * @return a builder with the defaults
     */
    static Builder builder(DictDB db, Path directory) {
        return Backups.builder(db, directory);
    }

    /**
     * The newest state that can be restored: the newest full backup that is whole, and every later delta that follows. What had to be passed over is in
     * {@link #lastReport}. Nothing is written to the directory.
     *
     * @param directory a backup directory, ours or Python's
     * @return a new database
     * @throws io.dictdb.StorageException when there is no backup, or none that is whole; and when one that would be newer may not be read
     * @throws io.dictdb.UnsupportedFormatException when a newer version of DictDB wrote one that would be newer
     */
    static DictDB restore(Path directory) {
        return Backups.restore(directory);
    }

    /**
     * The newest state that can be restored of those that were backed up at a time or before, by their stamps, and of the commits after it that were backed up and are not later. Stamps only grow: when the clock was ahead for a while, those that come after are just behind
     * the wrong ones until it has caught up.
     *
     * @param directory a backup directory
     * @param at the time
     * @return a new database
     * @throws io.dictdb.StorageException when there is no backup of that time or before, or none that is whole
     */
    static DictDB restore(Path directory, Instant at) {
        return Backups.restore(directory, at);
    }

    /**
     * The newest state that was backed up and holds no later commit; where deltas hold each commit, that very commit. Full backups are loaded from the newest on until one is not later, so an old commit takes as long as loading
     * all of them; {@link #restore(Path, Instant)} loads one. After a database that was restored to an older commit has gone on, its numbers stand for other commits than before; what
     * was backed up last counts.
     *
     * @param directory a backup directory
     * @param sequence the number of a commit, see {@link DictDB#sequence()}
     * @return a new database, of that commit if it was backed up
     * @throws io.dictdb.StorageException when there is no such backup, or none that is whole
     */
    static DictDB restore(Path directory, long sequence) {
        return Backups.restore(directory, sequence);
    }

    /**
     * {@link #restore(Path)}, or nothing when there is no backup at all: for programs that restore or create when they start. Backups that are all damaged are an exception,
     * not nothing.
     *
     * @param directory a backup directory; need not be there
     * @return a new database, if there are backups
     * @throws io.dictdb.StorageException when no backup is whole
     */
    static Optional<DictDB> restoreIfAny(Path directory) {
        return Backups.restoreIfAny(directory);
    }

    /**
     * What a database was restored from.
     *
     * @param restored a database that one of the methods above returned
     * @return its report
     * @throws IllegalArgumentException for any other
     */
    static RestoreReport lastReport(DictDB restored) {
        return Backups.lastReport(restored);
    }

    /**
     * The files of a backup directory, by their names. Others are passed over.
     *
     * @param directory a backup directory
     * @return the backups, the oldest first
     * @throws io.dictdb.StorageException when the directory cannot be read
     */
    static List<BackupFile> list(Path directory) {
        return Backups.list(directory);
    }

    /**
     * Reads every backup of a directory and checks it, and the chains. Takes as much time as loading each, and the memory of two.
     *
     * @param directory a backup directory
     * @return what was found
     * @throws io.dictdb.StorageException when the directory cannot be read
     */
    static VerifyReport verify(Path directory) {
        return Backups.verify(directory);
    }

    /** Begins to write a backup every interval, the first one after the first interval, one at a time. A manager that has been started stays so. */
    void start();

    /**
     * Waits for a backup that is running, writes what {@link #notifyChange} still waits for or what a backup that failed should have held, and ends. Throws nothing: whether that
     * last one succeeded is told to {@code onFailure} and in {@link #status}. It may be started again; a second call does nothing, unless the last one failed.
     */
    void stop();

    /**
     * Does what {@link #stop()} does, and no more: what has changed since the last backup without {@link #notifyChange} is only backed up if {@link #backupNow} is called before.
     * Threads of a manager do not keep a program alive.
     */
    @Override
    void close();

    /**
     * Writes a backup now: a full one, or if the manager is incremental and a full one has been written, a delta, unless nothing has changed.
     *
     * @throws io.dictdb.StorageException when it fails, after {@code onFailure} has been told
     */
    void backupNow();

    /**
     * Writes a full backup now.
     *
     * @throws io.dictdb.StorageException when it fails, after {@code onFailure} has been told
     */
    void backupFull();

    /**
     * Writes a delta now, however many came before, unless nothing has changed since the last backup. Where a delta would follow nothing, before the first full backup of this manager or when files are gone, a
     * full one is written.
     *
     * @throws io.dictdb.StorageException when it fails, after {@code onFailure} has been told
     */
    void backupDelta();

    /**
     * Asks for a backup soon because something has changed. Returns at once. Asked often, it is written at most once per {@code minInterval}; what is asked for inside that time
     * is written at its end. One that fails is tried again with the next interval or change. Does nothing when the manager is not started.
     */
    void notifyChange();

    /**
     * How many backups have failed since the last that succeeded.
     *
     * @return the number
     */
    int consecutiveFailures();

    /**
     * How many deltas have followed the last full backup.
     *
     * @return the number
     */
    int deltasSinceFull();

    /**
     * How backups are going. Does not wait for one that is running.
     *
     * @return the status
     */
    BackupStatus status();

    /** Settings of a manager. Not for use by several threads at once. */
    interface Builder {
        /**
         * How long after one backup has begun the next begins; 5 minutes if nothing is said.
         *
         * @param time more than nothing
         * @return this
         */
        Builder interval(Duration time);

        /**
         * How often {@link BackupManager#notifyChange} leads to a backup at most; every 5 seconds if nothing is said.
         *
         * @param time not negative
         * @return this
         */
        Builder minInterval(Duration time);

        /**
         * The format of full backups; JSON if nothing is said. Deltas are JSON, or hold each commit if the database is a store that keeps its journal.
         *
         * @param format the format
         * @return this
         */
        Builder fileFormat(FileFormat format);

        /**
         * Whether files are compressed; they are not if nothing is said.
         *
         * @param compress true for files that end with {@code .gz}
         * @return this
         */
        Builder compress(boolean compress);

        /**
         * Whether backups are deltas where they can; they are not if nothing is said. Of a store that keeps its journal, a delta that holds each commit comes before a full backup in any case.
         *
         * @param incremental true for deltas
         * @return this
         */
        Builder incremental(boolean incremental);

        /**
         * How many deltas follow a full backup before the next one; 10 if nothing is said.
         *
         * @param n not negative
         * @return this
         */
        Builder maxDeltasBeforeFull(int n);

        /**
         * Which backups are kept; all if nothing is said.
         *
         * @param retention what to keep
         * @return this
         */
        Builder retention(Retention retention);

        /**
         * Whether each backup is read back and compared with what was to be saved before it counts; it is if nothing is said. An image is in memory while it is compared, its
         * indexes are not; files of other formats are compared as they are read. Of a delta that holds each commit, checksums and form are checked.
         *
         * @param verify false to trust the disk
         * @return this
         */
        Builder verify(boolean verify);

        /**
         * Who is told of a failure, with the number of those in a row. Called on the thread that wrote the backup, when the next may already begin. What it throws changes nothing. It may stop the manager; a backup that fails while it runs, on its own thread, is not told to it again.
         *
         * @param listener the listener
         * @return this
         */
        Builder onFailure(BiConsumer<Exception, Integer> listener);

        /**
         * What gives files their stamps and tells the age of old ones; the system's clock if nothing is said.
         *
         * @param clock the clock
         * @return this
         */
        Builder clock(Clock clock);

        /**
         * Where backups run that nobody waits for; a thread of the manager's own if nothing is said.
         *
         * @param executor the executor
         * @return this
         */
        Builder executor(Executor executor);

        /**
         * Makes the manager and the directory.
         *
         * @return a manager that is not started
         * @throws io.dictdb.StorageException when the directory cannot be made
         */
        BackupManager build();
    }
}
