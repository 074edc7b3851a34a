package io.dictdb;

import io.dictdb.internal.value.Arguments;
import java.time.Instant;
import java.util.List;

/**
 * All that one commit has changed, as {@link DictDB#subscribe} tells it. Whoever makes the changes in their order has the tables as they were at that commit; the keys that they would give next may differ,
 * unless {@link Change.KeysUsed} is heeded.
 *
 * @param sequence its number, see {@link DictDB#sequence()}
 * @param at when it was made, by the database's clock; a label, as clocks may go back
 * @param changes what it changed, in the order in which to do it; unmodifiable
 */
public record Commit(long sequence, Instant at, List<Change> changes) {
    /** Refuses nulls and copies the list. */
    public Commit {
        Arguments.notNull(at, "at");
        changes = List.copyOf(Arguments.notNull(changes, "changes"));
    }
}
