package io.dictdb.internal.feed;

import io.dictdb.Change;
import io.dictdb.Commit;
import io.dictdb.Row;
import io.dictdb.internal.journal.CommitVisitor;
import io.dictdb.internal.page.ValueRow;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes commits of steps. */
public final class Gathering implements CommitVisitor<RuntimeException> {
    private static final Commit NONE = new Commit(0, Instant.EPOCH, List.of());
    private final List<Change> changes = new ArrayList<>();
    private Commit commit = NONE;
    private long sequence;
    private Instant at = Instant.EPOCH;
    private String table = "";

    /** Takes the last commit that has ended; it is not held any longer. */
    public Commit take() {
        Commit taken = commit;
        commit = NONE;
        return taken;
    }

    @Override
    public boolean commit(long number, long previous, Instant time) {
        changes.clear();
        sequence = number;
        at = time;
        return true;
    }

    @Override
    public void end() {
        commit = new Commit(sequence, at, changes);
        changes.clear();
    }

    @Override
    public void dropped(String name) {
        changes.add(new Change.TableDropped(name));
    }

    @Override
    public void created(TableDescription description) {
        table = description.name();
        changes.add(new Change.TableCreated(description));
    }

    @Override
    public void table(String name) {
        table = name;
    }

    @Override
    public void indexes(List<IndexDescription> indexes) {
        changes.add(new Change.IndexesChanged(table, indexes));
    }

    @Override
    public void highestKey(Number key) {
        changes.add(new Change.KeysUsed(table, key));
    }

    @Override
    public void cleared() {
        changes.add(new Change.Cleared(table));
    }

    @Override
    public void deleted(Object key) {
        changes.add(new Change.Deleted(table, key));
    }

    @Override
    public void put(ShapedMap record) {
        changes.add(new Change.Put(table, record instanceof Row row ? row : ValueRow.of((FrozenMap) record)));
    }
}
