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
 *
 * <p>What is put and deleted is gathered and done later, table by table in the order of the keys: a journal of random keys is then read with few misses of the processor's caches. What does not fit is told when it is done, so who wants to know
 * which commit it was lets nothing be gathered over several.
 */
final class Replay implements CommitVisitor<RuntimeException> {
    /** More saves little: what is gathered for long has to be moved by the collector. */
    static final long MOST = 8L << 20;

    /** Steps that are gathered at most, however small. */
    private static final int STEPS = 1 << 16;

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
     * Tells at the end of a commit what does not fit.
     *
     * @param base what there was before; its indexes are not looked at
     * @param until which commits are wanted
     */
    Replay(EditRules rules, Root base, Until until) {
        this(rules, base, until, 0);
    }

    /** @param most how many bytes of records are gathered over several commits, all tables together; no more than {@link #MOST} */
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

    /** Whether there is no table. */
    boolean isEmpty() {
        return tables.isEmpty();
    }

    /** Whether there is a table. */
    boolean has(String table) {
        return tables.containsKey(table);
    }

    /** Whether the table that was named last has a record. */
    boolean holds(Object key) {
        return here().holds(key);
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
        turnTo(null);
        inside = false;
        if (most > 0 && gathered.sum() > most) {
            settle();
        }
    }

    private void turnTo(@Nullable Replayed next) {
        if (most == 0 && current != null) {
            current.settle();
        }
        current = next;
    }

    private Replayed here() {
        Arguments.require(current != null, "no table is named");
        return Objects.requireNonNull(current);
    }

    @Override
    public void dropped(String table) {
        turnTo(null);
        Arguments.require(tables.remove(table) != null, "there is no table '%s'", table);
    }

    @Override
    public void created(TableDescription table) {
        Replayed created = new Replayed(TableState.empty(TableDefinition.of(table)), rules);
        created.use(table.highestKey());
        created.index(Indexes.wanted(table));
        Root.refuseTaken(tables.putIfAbsent(table.name(), created) != null, table.name());
        turnTo(created);
    }

    @Override
    public void table(String name) {
        turnTo(tables.get(name));
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
        arrived();
    }

    @Override
    public void put(ShapedMap record) {
        here().put((FrozenMap) record);
        gathered.add(record);
        arrived();
    }

    private void arrived() {
        affected++;
        if (gathered.sum() > MOST || affected % STEPS == 0) {
            settle();
        }
    }

    /** Does what has been gathered. */
    void settle() {
        tables.values().forEach(Replayed::settle);
        gathered.clear();
    }
}
