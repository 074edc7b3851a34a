package io.dictdb.internal.feed;

import io.dictdb.Commit;
import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Where commits come from, one after the other. For one thread at a time. */
public interface CommitSource extends Closeable {
    /** The next commit, or null while there is none. */
    @Nullable
    Commit next();

    @Override
    void close();
}
