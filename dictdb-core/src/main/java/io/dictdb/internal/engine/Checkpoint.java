package io.dictdb.internal.engine;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.SaveOptions;
import io.dictdb.StorageException;
import io.dictdb.internal.file.Origin;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.journal.CommitFileHeader;
import io.dictdb.internal.json.Delta;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All tables of a database at one commit, for backups. Holding it keeps what it shows in memory. */
public final class Checkpoint {
    /** The extension of files that hold each commit. */
    public static final String COMMITS = Formats.COMMITS;

    private final Root root;
    private final Storage storage;
    private final @Nullable KeptCommits commits;

    /** @param commits what its store keeps of them */
    Checkpoint(Root root, Storage storage, @Nullable KeptCommits commits) {
        this.root = root;
        this.storage = storage;
        this.commits = commits;
    }

    /** What is published now. */
    public static Checkpoint of(DictDB db) {
        if (db instanceof Engine engine) {
            return engine.checkpoint();
        }
        throw new IllegalArgumentException("a database that DictDB has not made cannot be backed up: " + db.getClass());
    }

    /** Counts a backup of a database. */
    public static void count(DictDB db, boolean succeeded) {
        if (db instanceof Engine engine) {
            engine.store().counters().countBackup(succeeded);
        }
    }

    /** The usual extension of a format's files. */
    public static String extension(FileFormat format, boolean compressed) {
        return Formats.extension(format.name(), compressed);
    }

    /** Whether files of such an extension can be backups: of a format that is here, or of a pickle, which a module would read. */
    public static boolean isExtension(String extension) {
        return Formats.isKnown(extension);
    }

    /** The disk that the database saves to. */
    public Storage storage() {
        return storage;
    }

    /** Whether nothing was committed between two. */
    public boolean isSame(Checkpoint other) {
        return root == other.root;
    }

    public long sequence() {
        return root.sequence();
    }

    /** Saves all of it; returns the file by its content. */
    public Origin save(Path file, SaveOptions options) {
        return new DatabaseFiles(storage).save(root, file, GivingWay.saving(options));
    }

    /**
     * Saves what has changed since another commit of the same database.
     *
     * @param base that commit
     * @param follows the backup that holds it
     */
    public Origin saveChanges(Checkpoint base, Origin follows, Instant at, Path file, SaveOptions options) {
        Delta delta = RootChanges.between(base.root, root, follows, at);
        return new DatabaseFiles(storage).save(delta, file, GivingWay.saving(options));
    }

    /** Remembers, where commits are kept, that a backup is of this one and the newest in its directory. */
    public void remember(Path directory, Origin backup) {
        if (commits != null) {
            commits.remember(directory, new Base(sequence(), backup));
        }
    }

    /** The newest backup of this database in a directory, if one was remembered. */
    public Optional<Base> newestIn(Path directory) {
        return Optional.ofNullable(commits).flatMap(kept -> kept.newestIn(directory));
    }

    /** Whether each commit since another one can be saved. */
    public boolean keepsCommitsSince(Base base) {
        return commits != null && commits.goBackTo(base.sequence());
    }

    /**
     * Saves each commit since another one of the same database.
     *
     * @param base that commit
     */
    public Origin saveCommits(Base base, Instant at, Path file, SaveOptions options) {
        long id = UUID.randomUUID().getLeastSignificantBits();
        CommitFileHeader header = new CommitFileHeader(id, base.backup(), base.sequence(), sequence(), at);
        return new DatabaseFiles(storage)
                .save(Objects.requireNonNull(commits), header, file, GivingWay.saving(options));
    }

    /** Reads commits back that lead from another commit to this one; throws when they are not what was to be written. */
    public void verifyCommits(Path file, Origin written) {
        DeltaFile read = new DatabaseFiles(storage).delta(file, GivingWay.reading());
        requireSame(file, read.origin(), written);
    }

    /** Reads a full backup of this commit back; throws when it is not what was written. */
    public void verify(Path file, Origin written) {
        requireSame(file, new DatabaseFiles(storage).compare(root, file, GivingWay.reading()), written);
    }

    /** Reads a delta back that leads from another commit to this one; throws when it is not what was to be written. */
    public void verifyChanges(Checkpoint base, Path file, Origin written) {
        DeltaFile read = new DatabaseFiles(storage).delta(file, GivingWay.reading());
        requireSame(file, read.origin(), written);
        Delta.Link link = Objects.requireNonNull(read.link(), "a delta of ours");
        Delta expected = RootChanges.between(base.root, root, link.follows(), read.at());
        if (!(read instanceof DeltaFile.Changes changes) || !DeltaComparison.isSame(expected, changes.delta())) {
            throw new StorageException(file + " is not what was to be written", file);
        }
    }

    private static void requireSame(Path file, Origin read, Origin written) {
        if (!read.isSame(written)) {
            throw new StorageException(file + " is not what was written", file);
        }
    }
}
