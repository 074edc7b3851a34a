package io.dictdb.internal.engine;

import io.dictdb.Condition;
import io.dictdb.Dsl;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageRow;
import io.dictdb.internal.page.RecordChanges;
import io.dictdb.internal.query.RecordMatcher;
import io.dictdb.internal.query.ValueKey;
import io.dictdb.internal.value.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction has read of one table: not rows but questions, keys and conditions. A record that others have changed, inserted or deleted since is in the
 * way exactly if one of the questions concerns it, before or after. So phantoms are seen and records that nobody asked for disturb
 * nobody: precision locking (Jordan, Banerjee and Batman, SIGMOD 1981), as Neumann, Mühlbauer and Kemper use it to make snapshots
 * serializable (SIGMOD 2015).
 *
 * <p>A condition that runs code of a caller counts as a question about all records: such code may look at anything, and when a commit is decided it is
 * too late to run it.
 */
final class ReadSet implements Reads {
    /** With more conditions than this, checking them costs more than running again. */
    private static final int MOST_CONDITIONS = 1_000;
    /** So few keys are looked up one by one; more are looked for in what differs. */
    private static final int FEW_KEYS = 100;

    private final TableDefinition table;
    private final Set<ValueKey> keys = new HashSet<>();
    private Set<Condition> conditions = new LinkedHashSet<>();
    private boolean counter;
    private boolean indexes;

    ReadSet(TableDefinition table) {
        this.table = table;
    }

    @Override
    public void key(Object key) {
        keys.add(new ValueKey(key));
    }

    @Override
    public void where(Condition condition) {
        Object key = key(condition);
        if (key != null) {
            key(key);
            return;
        }
        conditions.add(RecordMatcher.isOpaque(condition) ? Dsl.all() : condition);
        if (conditions.size() > MOST_CONDITIONS) {
            conditions = new LinkedHashSet<>(Set.of(Dsl.all()));
        }
    }

    /** The only key of which a record can have that is taken by the condition, or null. */
    private @Nullable Object key(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream()
                    .map(this::key)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return condition instanceof Condition.Comparison c
                        && c.operator() == Condition.Operator.EQ
                        && !c.ignoreCase()
                        && c.field().equals(table.primaryKey)
                ? c.value()
                : null;
    }

    @Override
    public void counter() {
        counter = true;
    }

    @Override
    public void indexes() {
        indexes = true;
    }

    /** What happened between two states that concerns what was read, or null. */
    @Nullable
    Conflict conflict(@Nullable TableState before, @Nullable TableState now) {
        if (before == now) {
            return null;
        }
        if (before == null || now == null) {
            return Conflict.in(table, null);
        }
        boolean unlike = (counter && Numbers.compare(before.highestKey(), now.highestKey()) != 0)
                || (indexes && !before.indexes().like(now.indexes()));
        if (unlike) {
            return Conflict.in(table, null);
        }
        boolean few = conditions.isEmpty() && keys.size() <= FEW_KEYS;
        Object key = few ? changedKey(before, now) : changedRecord(before, now);
        return key == null ? null : Conflict.in(table, key);
    }

    private @Nullable Object changedKey(TableState before, TableState now) {
        for (ValueKey key : keys) {
            Object value = Objects.requireNonNull(key.value());
            PageRow was = before.find(value);
            PageRow is = now.find(value);
            if (was == null || is == null ? was != is : !is.isRecordOf(was)) {
                return value;
            }
        }
        return null;
    }

    private @Nullable Object changedRecord(TableState before, TableState now) {
        List<RecordMatcher> tests = conditions.stream().map(RecordMatcher::new).toList();
        List<Object> found = new ArrayList<>(1);
        RecordChanges.between(before.pages(), now.pages(), (row, was, wasAt, is, isAt) -> {
            Object key = concerned(tests, was, wasAt);
            key = key != null ? key : concerned(tests, is, isAt);
            Optional.ofNullable(key).ifPresent(found::add);
            return found.isEmpty();
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** The record's key if a question concerns it, or null. */
    private @Nullable Object concerned(List<RecordMatcher> tests, @Nullable Page page, int position) {
        if (page == null) {
            return null;
        }
        Object key = page.value(position, table.primaryKey);
        boolean read = keys.contains(new ValueKey(key)) || tests.stream().anyMatch(test -> test.holds(page, position));
        return read ? key : null;
    }
}
