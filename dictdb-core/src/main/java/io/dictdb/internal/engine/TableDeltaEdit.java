package io.dictdb.internal.engine;

import io.dictdb.internal.json.TableDelta;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableBuilder;
import io.dictdb.spi.TableDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts what has become of one table onto its last state: deletes first, then changes in place, then what is new at the end. */
final class TableDeltaEdit {
    private static final String PYTHONS_KEY = "id";

    private final TableState before;
    private final TableDelta delta;
    private final EditRules rules;
    private final TreeMap<Integer, Optional<FrozenMap>> rewrites = new TreeMap<>();
    private final List<FrozenMap> inserts = new ArrayList<>();

    TableDeltaEdit(TableState before, TableDelta delta, EditRules rules) {
        this.before = before;
        this.delta = delta;
        this.rules = rules;
        Set<Integer> moved = new HashSet<>();
        delta.moved().forEach(key -> moved.add(row(key)));
        for (ShapedMap upsert : delta.upserts()) {
            upsert((FrozenMap) upsert, moved);
        }
        moved.forEach(row -> rewrites.put(row, Optional.empty()));
        delta.deletes().forEach(this::delete);
    }

    /** A table that is new. */
    static TableState created(TableDelta delta, RootBuilder builder) {
        Arguments.require(
                delta.created() || delta.description() == null,
                "it changes table '%s', which is not there",
                delta.name());
        Arguments.require(
                delta.description() == null
                        || delta.moved().isEmpty() && delta.deletes().isEmpty(),
                "it deletes records of table '%s', which is new",
                delta.name());
        TableBuilder table = builder.table(description(delta));
        delta.upserts().forEach(record -> table.add((FrozenMap) record));
        return builder.done().named(delta.name());
    }

    /** Python's deltas name no key; of a table that came after the full backup it can only be the usual one. */
    private static TableDescription description(TableDelta delta) {
        return delta.description() != null
                ? delta.description()
                : new TableDescription(delta.name(), PYTHONS_KEY, Optional.empty(), List.of(), 0L);
    }

    private int row(Object key) {
        int row = before.keys().find(key);
        Arguments.require(
                row >= 0,
                "it deletes the record with key %s of table '%s', which is not there",
                Literals.of(key),
                delta.name());
        return row;
    }

    private void upsert(FrozenMap record, Set<Integer> moved) {
        Object key = record.inner(before.primaryKey());
        Arguments.require(key != null, "a record of table '%s' has no %s", delta.name(), before.primaryKey());
        int row = key == null ? -1 : before.keys().find(key);
        if (row < 0 || moved.contains(row)) {
            inserts.add(record);
        } else {
            boolean first = rewrites.put(row, Optional.of(record)) == null;
            Arguments.require(
                    first, "it changes the record with key %s of table '%s' twice", Literals.of(key), delta.name());
        }
    }

    private void delete(Object key) {
        boolean pythons = delta.description() == null;
        if (!pythons || before.keys().find(key) >= 0) {
            boolean changed = rewrites.put(row(key), Optional.empty()) != null;
            Arguments.require(
                    pythons || !changed,
                    "it changes and deletes the record with key %s of table '%s'",
                    Literals.of(key),
                    delta.name());
        }
    }

    int affected() {
        return rewrites.size() + inserts.size();
    }

    TableState done() {
        TableState state = inserted(rewritten());
        return delta.description() == null ? state : indexed(state, Indexes.wanted(delta.description()));
    }

    private TableState rewritten() {
        Rewrites ascending = new Rewrites();
        rewrites.forEach((row, record) -> ascending.add(row, record.orElse(null)));
        TableEdit edit = new TableEdit(before, rules, 0);
        edit.rewrite(ascending);
        return edit.done();
    }

    private TableState inserted(TableState state) {
        TableEdit edit = new TableEdit(state, rules, inserts.size());
        inserts.forEach(edit::insert);
        if (delta.description() != null) {
            edit.use(delta.description().highestKey());
        }
        return edit.done();
    }

    private TableState indexed(TableState state, List<IndexDescription> wanted) {
        List<Indexes.Named> indexes = wanted.stream()
                .map(index ->
                        new Indexes.Named(index.field(), state.indexOf(index.field(), index.type(), rules.steps())))
                .toList();
        return state.with(Indexes.of(indexes));
    }
}
