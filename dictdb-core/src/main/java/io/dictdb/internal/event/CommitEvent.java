package io.dictdb.internal.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A commit, from the door until it is acknowledged */
@Name("io.dictdb.Commit")
@Label("Commit")
@Category("DictDB")
@Description("A commit, from the door until it is acknowledged")
@StackTrace(true)
public final class CommitEvent extends Event {
    @Label("Commit")
    public long commit;

    @Label("Tables Changed")
    public int tables;

    @Label("Waited for the Disk")
    public boolean durable;
}
