package io.dictdb.internal.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An image of a durable store, its reading back included */
@Name("io.dictdb.Checkpoint")
@Label("Checkpoint")
@Category("DictDB")
@Description("An image of a durable store, its reading back included")
@StackTrace(false)
public final class CheckpointEvent extends Event {
    @Label("Path")
    public @Nullable String path;

    @Label("Commit")
    public long commit;
}
