package io.dictdb.internal.event;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A backup, its reading back included */
@Name("io.dictdb.Backup")
@Label("Backup")
@Category("DictDB")
@Description("A backup, its reading back included")
@StackTrace(false)
public final class BackupEvent extends Event {
    @Label("Path")
    public @Nullable String path;

    @Label("Kind")
    public @Nullable String kind;

    @Label("Commit")
    public long commit;

    @Label("Bytes")
    @DataAmount
    public long bytes;
}
