package io.dictdb.internal.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** The opening of a durable store */
@Name("io.dictdb.Recovery")
@Label("Recovery")
@Category("DictDB")
@Description("The opening of a durable store")
@StackTrace(false)
public final class RecoveryEvent extends Event {
    @Label("Path")
    public @Nullable String path;

    @Label("Commit of the Image")
    public long image;

    @Label("Commit")
    public long commit;
}
