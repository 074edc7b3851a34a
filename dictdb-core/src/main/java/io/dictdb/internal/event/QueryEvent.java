package io.dictdb.internal.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A query, an aggregation, or an update or delete by a condition */
@Name("io.dictdb.Query")
@Label("Query")
@Category("DictDB")
@Description("A query, an aggregation, or an update or delete by a condition")
@StackTrace(true)
public final class QueryEvent extends Event {
    @Label("Table")
    public @Nullable String table;

    @Label("Query")
    public @Nullable String query;

    @Label("Plan")
    public @Nullable String plan;

    @Label("Rows Scanned")
    public long scanned;

    @Label("Rows Returned")
    public long returned;
}
