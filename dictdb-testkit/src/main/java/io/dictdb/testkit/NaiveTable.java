package io.dictdb.testkit;

import io.dictdb.Condition;
import io.dictdb.OnConflict;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.Upserted;
import io.dictdb.Upserted.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/*
 * A table as the contract describes it and nothing else: a list of maps. A change works on a copy of the list, which takes the list's place at the end,
 * so that a call that is refused has changed nothing. Questions go through all records. Indexes are names.
 */
/**
 * A model of a table, to compare a database with. Slow, and written to be checked by reading. A call that the contract forbids throws a {@link Refusal}.
 * Not for use by several threads at once.
 */
public final class NaiveTable {
    private final String primaryKey;
    private final NaiveSchema schema;
    private final List<String> indexed = new ArrayList<>();
    private NaiveRecords records;

    /**
     * An empty table.
     *
     * @param primaryKey the field that identifies a record
     * @param schema the schema, or null for none
     */
    public NaiveTable(String primaryKey, @Nullable Schema schema) {
        this.primaryKey = primaryKey;
        this.schema = new NaiveSchema(schema, primaryKey);
        this.records = new NaiveRecords(primaryKey, this.schema);
    }

    /**
     * As {@code Table.insert} of a list.
     *
     * @param added the records
     * @param skipValidation whether the schema is not looked at
     * @return their keys
     */
    public List<Object> insert(List<? extends Map<String, ?>> added, boolean skipValidation) {
        NaiveRecords next = records.copy();
        List<Object> keys = new ArrayList<>();
        Problems problems = new Problems();
        added.forEach(
                record -> problems.collect(() -> keys.add(next.insert(NaiveValues.record(record), skipValidation))));
        problems.throwIfAny();
        records = next;
        return keys;
    }

    /**
     * As {@code Table.upsert}.
     *
     * @param record the record
     * @param policy what to do when its key is there
     * @return what was done
     */
    public Upserted upsert(Map<String, ?> record, OnConflict policy) {
        Map<String, @Nullable Object> stored = NaiveValues.record(record);
        NaiveRecords next = records.copy();
        Optional<Map<String, @Nullable Object>> present = next.find(stored.get(primaryKey));
        if (present.isEmpty() || policy == OnConflict.ERROR) {
            Object key = next.insert(stored, false);
            records = next;
            return new Upserted(key, Action.INSERTED);
        }
        Object key = next.keyOf(present.get());
        if (policy == OnConflict.UPDATE) {
            next.merge(present.get(), stored);
            records = next;
        }
        return new Upserted(key, policy == OnConflict.UPDATE ? Action.UPDATED : Action.IGNORED);
    }

    /**
     * As {@code Table.update} with a function, or {@code updateIfAny}.
     *
     * @param change what to merge into each record
     * @param where which records
     * @param ifAny whether none is no mistake
     * @return how many records were matched
     */
    public int update(Function<? super Row, ? extends Map<String, ?>> change, Condition where, boolean ifAny) {
        List<Map<String, @Nullable Object>> matched = matched(where, ifAny);
        NaiveRecords next = records.copy();
        Problems problems = new Problems();
        for (Map<String, @Nullable Object> record : matched) {
            problems.collect(() -> next.merge(record, NaiveValues.record(change.apply(new NaiveRow(record)))));
        }
        problems.throwIfAny();
        records = next;
        return matched.size();
    }

    /**
     * As {@code Table.update} with a map, or {@code updateIfAny}.
     *
     * @param changes what to merge into each record
     * @param where which records
     * @param ifAny whether none is no mistake
     * @return how many records were matched
     */
    public int update(Map<String, ?> changes, Condition where, boolean ifAny) {
        Map<String, @Nullable Object> stored = NaiveValues.record(changes);
        return update(row -> stored, where, ifAny);
    }

    /**
     * As {@code Table.delete}, or {@code deleteIfAny}.
     *
     * @param where which records
     * @param ifAny whether none is no mistake
     * @return how many records went
     */
    public int delete(Condition where, boolean ifAny) {
        List<Map<String, @Nullable Object>> matched = matched(where, ifAny);
        records = records.copy().without(matched);
        return matched.size();
    }

    private List<Map<String, @Nullable Object>> matched(Condition where, boolean ifAny) {
        List<Map<String, @Nullable Object>> matched = records.all().stream()
                .filter(record -> NaiveMatch.holds(where, record))
                .toList();
        if (matched.isEmpty() && !ifAny) {
            throw new Refusal(RecordNotFoundException.class, "nothing matches " + where);
        }
        return matched;
    }

    /**
     * As {@code Table.clear}.
     *
     * @return how many records went
     */
    public int clear() {
        int size = size();
        records = records.copy().without(records.all());
        return size;
    }

    /**
     * Notes that a field has an index.
     *
     * @param field the field
     */
    public void createIndex(String field) {
        if (!indexed.contains(field)) {
            indexed.add(field);
        }
    }

    /**
     * Notes that a field has no index.
     *
     * @param field the field
     */
    public void dropIndex(String field) {
        indexed.remove(field);
    }

    /**
     * The fields that have an index.
     *
     * @return their names, in the order in which they got it
     */
    public List<String> indexedFields() {
        return List.copyOf(indexed);
    }

    /**
     * How many records there are.
     *
     * @return the number
     */
    public int size() {
        return records.all().size();
    }

    /**
     * The record of a key.
     *
     * @param key the key
     * @return the record, or empty
     */
    public Optional<Map<String, @Nullable Object>> get(Object key) {
        return records.find(NaiveValues.stored(key));
    }

    /**
     * All records.
     *
     * @return the records in insertion order
     */
    public List<Map<String, @Nullable Object>> rows() {
        return Collections.unmodifiableList(records.all());
    }

    /**
     * As {@code Table.columns}.
     *
     * @return the names
     */
    public List<String> columns() {
        TreeSet<String> names = new TreeSet<>(NaiveOrder::strings);
        rows().forEach(record -> names.addAll(record.keySet()));
        return schema.isPresent() ? schema.fields() : new ArrayList<>(names);
    }

    /**
     * The answer to a query: filter, order, project, drop repeated rows, skip, cut.
     *
     * @param query the query
     * @return the rows
     */
    public List<Map<String, @Nullable Object>> list(Query query) {
        TreeSet<Object> seen = new TreeSet<>(NaiveOrder::compare);
        return rows().stream()
                .filter(record -> query.where().stream().allMatch(condition -> NaiveMatch.holds(condition, record)))
                .sorted(NaiveOrder.by(query.order(), Map::get))
                .map(query.columns()::of)
                .filter(row -> !query.distinct() || seen.add(row))
                .skip(query.offset().orElse(0))
                .limit(query.limit().orElse(Integer.MAX_VALUE))
                .toList();
    }

    /**
     * The answer to an aggregation.
     *
     * @param summary the aggregation
     * @return the rows, in which numbers known up to rounding are {@link Near}; empty when having or orderBy depend on such a number
     */
    public Optional<List<Map<String, @Nullable Object>>> list(Summary summary) {
        return NaiveSummary.of(records.all(), summary);
    }

    /**
     * An independent copy.
     *
     * @return a table with the same records and indexes
     */
    public NaiveTable copy() {
        NaiveTable copy = new NaiveTable(this);
        copy.records = records.copy();
        copy.indexed.addAll(indexed);
        return copy;
    }

    private NaiveTable(NaiveTable original) {
        this.primaryKey = original.primaryKey;
        this.schema = original.schema;
        this.records = original.records;
    }
}
