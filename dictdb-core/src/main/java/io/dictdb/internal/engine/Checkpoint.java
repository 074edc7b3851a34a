package io.dictdb.internal.engine;

import io.dictdb.DictDB;
import io.dictdb.SaveOptions;
import io.dictdb.internal.file.Origin;
import java.nio.file.Path;
import java.time.Instant;

/** All tables of a database at one commit, for backups. Holding it keeps what it shows in memory. */
public final class Checkpoint {
    private final Root root;
    private final DatabaseFiles files;

    Checkpoint(Root root, DatabaseFiles files) {
        this.root = root;
        this.files = files;
    }

    /** What is published now. */
    public static Checkpoint of(DictDB db) {
        if (db instanceof Engine engine) {
            return engine.checkpoint();
        }
        throw new IllegalArgumentException("a database that DictDB has not made cannot be backed up: " + db.getClass());
    }

    public long sequence() {
        return root.sequence();
    }

    /** Saves all of it; returns the file by its content. */
    public Origin save(Path file, SaveOptions options) {
        return files.save(root, file, options);
    }

    /**
     * Saves what has changed since another commit of the same database.
     *
     * @param base that commit
     * @param follows the backup that holds it
     */
    public Origin saveChanges(Checkpoint base, Origin follows, Instant at, Path file, SaveOptions options) {
        return files.save(RootChanges.between(base.root, root, follows, at), file, options);
    }
}
