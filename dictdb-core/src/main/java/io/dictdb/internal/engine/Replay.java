package io.dictdb.internal.engine;

import io.dictdb.internal.journal.CommitVisitor;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of commits, one after the other, and makes a root of what comes of them. Tables are edited in place all the way, and have no indexes until the end, where each is
 * built once: so it costs what the records do.
 */
final class Replay implements CommitVisitor {
    private final EditRules rules;
    private final Map<String, Replayed> tables = new LinkedHashMap<>();
    private long sequence;
    private @Nullable Replayed current;

    /**
     * @param base what there was before; its indexes are not looked at
     */
    Replay(EditRules rules, Root base) {
        this.rules = rules;
        this.sequence = base.sequence();
        for (TableState state : base.tables()) {
            tables.put(state.name(), new Replayed(state, rules));
        }
    }

    /** The last commit that was replayed. */
    long sequence() {
        return sequence;
    }

    /** The root as it is now. */
    Root root() {
        return Root.of(tables.values().stream().map(Replayed::done).toList()).numbered(sequence);
    }

    @Override
    public void commit(long number, long previous, Instant at) {
        Arguments.require(previous == sequence, "it follows commit %s, not %s", previous, sequence);
        sequence = number;
    }

    @Override
    public void end() {
        settle();
    }

    private void settle() {
        if (current != null) {
            current.settle();
            current = null;
        }
    }

    private Replayed here() {
        Arguments.require(current != null, "no table is named");
        return Objects.requireNonNull(current);
    }

    @Override
    public void dropped(String table) {
        settle();
        Arguments.require(tables.remove(table) != null, "there is no table '%s'", table);
    }

    @Override
    public void created(TableDescription table) {
        settle();
        Replayed created = new Replayed(TableState.empty(TableDefinition.of(table)), rules);
        created.use(table.highestKey());
        created.index(Indexes.wanted(table));
        Root.refuseTaken(tables.putIfAbsent(table.name(), created) != null, table.name());
        current = created;
    }

    @Override
    public void table(String name) {
        settle();
        current = tables.get(name);
        Arguments.require(current != null, "there is no table '%s'", name);
    }

    @Override
    public void indexes(List<IndexDescription> indexes) {
        here().index(indexes);
    }

    @Override
    public void highestKey(Number key) {
        here().use(key);
    }

    @Override
    public void cleared() {
        here().clear();
    }

    @Override
    public void deleted(Object key) {
        here().delete(key);
    }

    @Override
    public void put(ShapedMap record) {
        here().put((FrozenMap) record);
    }
}
