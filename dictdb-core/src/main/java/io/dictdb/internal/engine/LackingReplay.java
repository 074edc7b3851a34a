package io.dictdb.internal.engine;

import io.dictdb.internal.journal.CommitVisitor;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Shows a replay that begins with less than there was what it can do: it passes over tables that are not known and deletes only what is there. */
final class LackingReplay implements CommitVisitor<RuntimeException> {
    private final Replay replay;
    private final Set<String> unknown = new TreeSet<>();
    private boolean known;

    LackingReplay(Replay replay) {
        this.replay = replay;
    }

    /** The tables of which there was something that could not be used. */
    Set<String> unknown() {
        return unknown;
    }

    @Override
    public boolean commit(long sequence, long previous, Instant at) {
        return replay.commit(sequence, previous, at);
    }

    @Override
    public void end() {
        replay.end();
    }

    @Override
    public void dropped(String table) {
        unknown.remove(table);
        if (replay.has(table)) {
            replay.dropped(table);
        }
        known = false;
    }

    @Override
    public void created(TableDescription table) {
        known = true;
        replay.created(table);
    }

    @Override
    public void table(String name) {
        known = replay.has(name);
        if (known) {
            replay.table(name);
        } else {
            unknown.add(name);
        }
    }

    private void ifKnown(Runnable step) {
        if (known) {
            step.run();
        }
    }

    @Override
    public void indexes(List<IndexDescription> indexes) {
        ifKnown(() -> replay.indexes(indexes));
    }

    @Override
    public void highestKey(Number key) {
        ifKnown(() -> replay.highestKey(key));
    }

    @Override
    public void cleared() {
        ifKnown(replay::cleared);
    }

    @Override
    public void deleted(Object key) {
        if (known && replay.holds(key)) {
            replay.deleted(key);
        }
    }

    @Override
    public void put(ShapedMap record) {
        ifKnown(() -> replay.put(record));
    }
}
