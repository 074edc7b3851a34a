package io.dictdb.internal.json;

import io.dictdb.internal.file.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies between two commits: not each commit but, for each record, what came of it.
 *
 * @param at when it was written
 * @param link what it follows; null in one of Python's, which does not say
 * @param dropped the tables that are gone, by name; one of the same name may have come
 * @param tables the tables that have changed or come, those that have come in order of creation
 */
public record Delta(Instant at, @Nullable Link link, List<String> dropped, List<TableDelta> tables) {

    /**
     * The place of a delta in its chain.
     *
     * @param follows the backup that it changes
     * @param from the commit that this one holds
     * @param sequence the commit that it leads to
     */
    public record Link(Origin follows, long from, long sequence) {}
}
