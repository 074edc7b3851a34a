package io.dictdb.internal.engine;

import io.dictdb.internal.file.Origin;
import io.dictdb.internal.json.Delta;
import io.dictdb.internal.json.TableDelta;
import io.dictdb.internal.page.PageRow;
import io.dictdb.internal.page.RecordChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What differs between two commits of one database. Nothing has to be noted while changes are made, and nothing can be forgotten: pages that both share are passed over,
 * so it costs what has changed, not what there is.
 */
final class RootChanges {
    private RootChanges() {}

    /**
     * @param base the older commit
     * @param follows the backup that holds it
     */
    static Delta between(Root base, Root now, Origin follows, Instant at) {
        List<String> dropped = new ArrayList<>();
        List<TableDelta> tables = new ArrayList<>();
        for (TableChange change : TableChange.between(base, now)) {
            TableState was = change.was();
            TableState is = change.is();
            if (is == null) {
                dropped.add(Objects.requireNonNull(was).name());
            } else {
                tables.add(was == null ? created(is) : changed(was, is));
            }
        }
        return new Delta(at, new Delta.Link(follows, base.sequence(), now.sequence()), dropped, tables);
    }

    private static TableDelta created(TableState state) {
        return new TableDelta(state.name(), true, state.description(), List.of(), SavedRoot.records(state), List.of());
    }

    private static TableDelta changed(TableState was, TableState now) {
        return was.numbering() == now.numbering() ? byRow(was, now) : renumbered(was, now);
    }

    private static TableDelta byRow(TableState before, TableState after) {
        List<PageRow> upserts = new ArrayList<>();
        List<Object> moved = new ArrayList<>();
        List<Object> deletes = new ArrayList<>();
        RecordChanges.between(before.pages(), after.pages(), (row, was, wasAt, is, isAt) -> {
            if (is != null) {
                upserts.add(is.row(isAt));
            } else {
                Object key = Objects.requireNonNull(
                        Objects.requireNonNull(was).value(wasAt, before.primaryKey()),
                        "the key of a record that is gone");
                (after.find(key) == null ? deletes : moved).add(key);
            }
            return true;
        });
        return new TableDelta(after.name(), false, after.description(), moved, upserts, deletes);
    }

    /** Row numbers tell nothing any more; this happens once in two thousand million inserts. */
    private static TableDelta renumbered(TableState before, TableState after) {
        List<Object> moved = new ArrayList<>();
        List<Object> deletes = new ArrayList<>();
        for (PageRow record : SavedRoot.records(before)) {
            Object key = Objects.requireNonNull(record.inner(before.primaryKey()));
            (after.find(key) == null ? deletes : moved).add(key);
        }
        return new TableDelta(after.name(), false, after.description(), moved, SavedRoot.records(after), deletes);
    }
}
