package io.dictdb.internal.engine;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.SaveOptions;
import io.dictdb.StorageException;
import io.dictdb.internal.file.Origin;
import io.dictdb.internal.file.Storage;
import java.nio.file.Path;
import java.time.Instant;

/** All tables of a database at one commit, for backups. Holding it keeps what it shows in memory. */
public final class Checkpoint {
    private final Root root;
    private final Storage storage;

    Checkpoint(Root root, Storage storage) {
        this.root = root;
        this.storage = storage;
    }

    /** What is published now. */
    public static Checkpoint of(DictDB db) {
        if (db instanceof Engine engine) {
            return engine.checkpoint();
        }
        throw new IllegalArgumentException("a database that DictDB has not made cannot be backed up: " + db.getClass());
    }

    /** The usual extension of a format's files. */
    public static String extension(FileFormat format, boolean compressed) {
        return Formats.extension(format.name(), compressed);
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
        return new DatabaseFiles(storage).save(root, file, options);
    }

    /**
     * Saves what has changed since another commit of the same database.
     *
     * @param base that commit
     * @param follows the backup that holds it
     */
    public Origin saveChanges(Checkpoint base, Origin follows, Instant at, Path file, SaveOptions options) {
        return new DatabaseFiles(storage).save(RootChanges.between(base.root, root, follows, at), file, options);
    }

    /** Reads a full backup of this commit back; throws when it is not what was written. */
    public void verify(Path file, Origin written) {
        requireSame(file, new DatabaseFiles(storage).compare(root, file), written);
    }

    /** Reads a delta back. */
    public void verifyChanges(Path file, Origin written) {
        requireSame(file, Recovery.read(storage, file).origin(), written);
    }

    private static void requireSame(Path file, Origin read, Origin written) {
        if (!read.isSame(written)) {
            throw new StorageException(file + " is not what was written", file);
        }
    }
}
