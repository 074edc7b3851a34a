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
 * Takes the steps of commits, one after the other, and makes a root of what comes of them. Tables are edited in place all the way, without indexes: so it costs what the records do.
 */
final class Replay implements CommitVisitor<RuntimeException> {
    /** More saves little: what is gathered for long has to be moved by the collector. */
    private static final long MOST = 8L << 20;

    /** One record in so many is measured. */
    private static final int SAMPLE = 64;

    private final EditRules rules;
    private final long most;
    private final SampledSize gathered = new SampledSize(SAMPLE);
    private final Map<String, Replayed> tables = new LinkedHashMap<>();
    private final Until until;
    private long sequence;
    private int affected;
    private boolean whole = true;
    private boolean inside;
    private @Nullable Replayed current;

    /**
     * @param base what there was before; its indexes are not looked at
     * @param until which commits are wanted
     */
    Replay(EditRules rules, Root base, Until until) {
        this(rules, base, until, MOST);
    }

    /** @param most how many bytes of records are gathered at most, all tables together */
    Replay(EditRules rules, Root base, Until until, long most) {
        this.most = most;
        this.rules = rules;
        this.until = until;
        this.sequence = base.sequence();
        for (TableState state : base.tables()) {
            tables.put(state.name(), new Replayed(state, rules));
        }
    }

    /** The last commit that was replayed. */
    long sequence() {
        return sequence;
    }

    /** How many records it has put and deleted. */
    int affected() {
        return affected;
    }

    /** Whether every commit that it was shown was wanted. */
    boolean isWhole() {
        return whole;
    }

    /** Whether a commit has begun and not ended. */
    boolean isInside() {
        return inside;
    }

    /** The root as it is now, with indexes that are empty. */
    Root root() {
        return Root.of(tables.values().stream().map(Replayed::done).toList()).numbered(sequence);
    }

    @Override
    public boolean commit(long number, long previous, Instant at) {
        Arguments.require(previous == sequence, "it follows commit %s, not %s", previous, sequence);
        whole = until.holds(number, at);
        inside = whole;
        sequence = whole ? number : sequence;
        return whole;
    }

    @Override
    public void end() {
        current = null;
        inside = false;
    }

    private Replayed here() {
        Arguments.require(current != null, "no table is named");
        return Objects.requireNonNull(current);
    }

    @Override
    public void dropped(String table) {
        current = null;
        Arguments.require(tables.remove(table) != null, "there is no table '%s'", table);
    }

    @Override
    public void created(TableDescription table) {
        Replayed created = new Replayed(TableState.empty(TableDefinition.of(table)), rules);
        created.use(table.highestKey());
        created.index(Indexes.wanted(table));
        Root.refuseTaken(tables.putIfAbsent(table.name(), created) != null, table.name());
        current = created;
    }

    @Override
    public void table(String name) {
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
        affected++;
        here().delete(key);
    }

    @Override
    public void put(ShapedMap record) {
        here().put((FrozenMap) record);
        affected++;
        gathered.add(record);
        if (gathered.sum() > most) {
            tables.values().forEach(Replayed::settle);
            gathered.clear();
        }
    }
}
