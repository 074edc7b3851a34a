package io.dictdb.internal.engine;

import io.dictdb.Condition;
import io.dictdb.Dsl;
import io.dictdb.IndexType;
import io.dictdb.InsertOptions;
import io.dictdb.OnConflict;
import io.dictdb.Row;
import io.dictdb.SchemaValidationException;
import io.dictdb.Upserted;
import io.dictdb.Upserted.Action;
import io.dictdb.internal.engine.Store.Outcome;
import io.dictdb.internal.page.PageRow;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Limits;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.internal.value.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The changes of one table: records are copied and checked before the store's door, put into the next state behind it. */
final class TableWrites {
    private final Scope scope;
    private final TableDefinition table;

    TableWrites(Scope scope, TableDefinition table) {
        this.scope = scope;
        this.table = table;
    }

    private FrozenMap copied(@Nullable Map<String, ?> record) {
        FrozenMap copy = FrozenMap.record(Arguments.notNull(record, "record"));
        Object key = copy.inner(table.primaryKey);
        if (key != null) {
            KeySequence.refuseUnusable(table, key);
        }
        return copy;
    }

    /** A copy of a record that is going to be looked for by its key, or to get one. */
    private FrozenMap keyed(@Nullable Map<String, ?> record) {
        FrozenMap copy = copied(record);
        Object key = copy.inner(table.primaryKey);
        Reads reads = scope.reads(table);
        if (key == null) {
            reads.counter();
        } else {
            reads.key(key);
            reads.key(stored(key));
        }
        return copy;
    }

    /** The key as the schema would have it. */
    private Object stored(Object key) {
        return table.check == null ? key : table.check.key(key);
    }

    Object insert(Map<String, ?> record) {
        scope.admit(table);
        Batch one = new Batch(table);
        one.add(keyed(record), true);
        return inserted(one).get(0);
    }

    List<Object> insert(List<? extends Map<String, ?>> records, InsertOptions options) {
        scope.admit(table);
        Arguments.notNull(options, "options");
        Batch batch = new Batch(table);
        for (Map<String, ?> record : Arguments.notNull(records, "records")) {
            if (!batch.add(keyed(record), !options.skipValidation())) {
                break;
            }
        }
        return batch.isEmpty() ? List.of() : inserted(batch);
    }

    private List<Object> inserted(Batch batch) {
        return scope.change(table, state -> inserted(state, batch));
    }

    private Outcome<List<Object>> inserted(TableState state, Batch batch) {
        TableEdit edit = new TableEdit(state, scope.rules(), batch.size());
        List<Object> keys = batch.insert(edit);
        readToInsert(state, keys);
        return new Outcome<>(edit.done(), keys);
    }

    /** That keys were free, and what stood before them. */
    private void readToInsert(TableState before, List<Object> keys) {
        Reads reads = scope.reads(table);
        if (reads != Reads.FORGOTTEN) {
            for (Object key : keys) {
                reads.key(key);
                KeySequence.passedOver(before, key, reads::key);
            }
        }
    }

    Upserted upsert(Map<String, ?> record, OnConflict policy) {
        scope.admit(table);
        Arguments.notNull(policy, "policy");
        FrozenMap copy = keyed(record);
        return scope.change(table, state -> upsert(state, copy, policy));
    }

    private Outcome<Upserted> upsert(TableState state, FrozenMap record, OnConflict policy) {
        Object given = record.inner(table.primaryKey);
        Object key = given == null ? null : stored(given);
        PageRow known = key == null ? null : state.find(key);
        if (key == null || known == null) {
            TableEdit edit = new TableEdit(state, scope.rules(), 1);
            Object inserted = edit.insert(table.fitted(record));
            readToInsert(state, List.of(inserted));
            return new Outcome<>(edit.done(), new Upserted(inserted, Action.INSERTED));
        }
        Object kept = Objects.requireNonNull(known.inner(table.primaryKey));
        return switch (policy) {
            case ERROR -> throw KeySequence.duplicate(table, key);
            case IGNORE -> new Outcome<>(state, new Upserted(kept, Action.IGNORED));
            case UPDATE -> new Outcome<>(merged(state, kept, known, record), new Upserted(kept, Action.UPDATED));
        };
    }

    private TableState merged(TableState state, Object key, PageRow known, FrozenMap record) {
        Rewrites one = new Rewrites();
        one.add(state.keys().find(key), merged(known, record.with(table.primaryKey, key)));
        TableEdit edit = new TableEdit(state, scope.rules(), 0);
        edit.rewrite(one);
        return edit.done();
    }

    /** The record with changes merged into it, checked; its key stays. */
    private FrozenMap merged(ShapedMap known, FrozenMap changes) {
        Object key = known.inner(table.primaryKey);
        FrozenMap merged = FrozenMap.merged(known, changes);
        Object named = merged.inner(table.primaryKey);
        if (named != key && !Values.equal(named, key)) {
            String message = "Table '" + table.name + "', field '" + table.primaryKey
                    + "': a record's primary key cannot be changed, from " + Literals.of(key) + " to "
                    + Literals.of(named) + "; delete it and insert another";
            throw new SchemaValidationException(
                    message, table.name, table.primaryKey, Literals.of(key), Literals.of(named));
        }
        return table.fitted(named == key ? merged : merged.with(table.primaryKey, key));
    }

    int update(Map<String, ?> changes, Condition where) {
        scope.admit(table);
        FrozenMap copy = FrozenMap.record(Arguments.notNull(changes, "changes"));
        return new Rewriting(
                        scope,
                        table,
                        Arguments.notNull(where, "where"),
                        row -> merged(row, copy),
                        false,
                        Rewriting.Verb.UPDATE)
                .run();
    }

    int update(Function<? super Row, ? extends Map<String, ?>> change, Condition where) {
        scope.admit(table);
        Arguments.notNull(change, "change");
        Function<PageRow, @Nullable FrozenMap> merging = row -> merged(
                row, FrozenMap.record(Arguments.notNull(change.apply(row), "what the update function returned")));
        return new Rewriting(scope, table, Arguments.notNull(where, "where"), merging, true, Rewriting.Verb.UPDATE)
                .run();
    }

    int delete(Condition where) {
        scope.admit(table);
        return new Rewriting(scope, table, Arguments.notNull(where, "where"), row -> null, false, Rewriting.Verb.DELETE)
                .run();
    }

    int clear() {
        scope.admit(table);
        scope.reads(table).where(Dsl.all());
        return scope.change(table, state -> {
            if (state.count() == 0) {
                return new Outcome<>(state, 0);
            }
            scope.rules().steps().at("clear");
            return new Outcome<>(state.cleared(), state.count());
        });
    }

    void createIndex(String field, IndexType type) {
        Limits.checkName(Arguments.notNull(field, "field"));
        Arguments.notNull(type, "type");
        scope.admit(table);
        scope.reads(table).indexes();
        Steps steps = scope.rules().steps();
        scope.change(table, state -> new Outcome<>(state.indexed(field, type, steps), true));
    }

    void dropIndex(String field) {
        Arguments.notNull(field, "field");
        scope.admit(table);
        scope.reads(table).indexes();
        scope.change(table, state -> {
            boolean indexed = state.indexes().fields().contains(field);
            return new Outcome<>(indexed ? state.with(state.indexes().without(field)) : state, true);
        });
    }
}
