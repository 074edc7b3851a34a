package io.dictdb.internal.engine;

import io.dictdb.Aggregate;
import io.dictdb.Aggregation;
import io.dictdb.Condition;
import io.dictdb.CsvOptions;
import io.dictdb.Dsl;
import io.dictdb.Field;
import io.dictdb.IndexType;
import io.dictdb.InsertOptions;
import io.dictdb.OnConflict;
import io.dictdb.RecordNotFoundException;
import io.dictdb.RecordTable;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.Select;
import io.dictdb.Table;
import io.dictdb.Upserted;
import io.dictdb.internal.query.Projection;
import io.dictdb.internal.query.Query;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A table as its users see it: reads take the state that their scope shows, writes go through {@link TableWrites}. */
final class StoredTable implements Table {
    private final Supplier<Scope> scopes;
    private final TableDefinition definition;

    /**
     * @param scopes what a call that comes now works on
     */
    StoredTable(Supplier<Scope> scopes, TableDefinition definition) {
        this.scopes = scopes;
        this.definition = definition;
    }

    private TableState state() {
        return scopes.get().state(definition);
    }

    /** The state, of which the records of a condition are going to be read. */
    private TableState state(Condition where) {
        Scope scope = scopes.get();
        scope.reads(definition).where(where);
        return scope.state(definition);
    }

    private TableWrites writes() {
        return new TableWrites(scopes.get(), definition);
    }

    @Override
    public String name() {
        return state().definition().name;
    }

    @Override
    public String primaryKey() {
        return state().primaryKey();
    }

    @Override
    public Optional<Schema> schema() {
        return state().definition().schema();
    }

    @Override
    public int count() {
        return state(Dsl.all()).count();
    }

    @Override
    public int size() {
        return count();
    }

    @Override
    public List<String> columns() {
        return schema().map(Schema::fields).orElseGet(() -> state(Dsl.all()).columns());
    }

    @Override
    public List<String> schemaFields() {
        return schema().map(Schema::fields).orElse(List.of());
    }

    @Override
    public List<String> indexedFields() {
        Scope scope = scopes.get();
        scope.reads(definition).indexes();
        return scope.state(definition).indexes().fields();
    }

    @Override
    public boolean hasIndex(String field) {
        return indexedFields().contains(Arguments.notNull(field, "field"));
    }

    @Override
    public Field<Object> field(String name) {
        return Dsl.field(name);
    }

    @Override
    public Object insert(Map<String, ?> record) {
        return writes().insert(record);
    }

    @Override
    public List<Object> insert(List<? extends Map<String, ?>> records) {
        return writes().insert(records, InsertOptions.defaults());
    }

    @Override
    public List<Object> insert(List<? extends Map<String, ?>> records, InsertOptions options) {
        return writes().insert(records, options);
    }

    @Override
    public Upserted upsert(Map<String, ?> record) {
        return writes().upsert(record, OnConflict.UPDATE);
    }

    @Override
    public Upserted upsert(Map<String, ?> record, OnConflict policy) {
        return writes().upsert(record, policy);
    }

    @Override
    public int update(Map<String, ?> changes, Condition where) {
        return required(writes().update(changes, where), "update", where);
    }

    @Override
    public int update(Function<? super Row, ? extends Map<String, ?>> change, Condition where) {
        return required(writes().update(change, where), "update", where);
    }

    @Override
    public int delete(Condition where) {
        return required(writes().delete(where), "delete", where);
    }

    private int required(int matched, String verb, Condition where) {
        if (matched == 0) {
            String message = "Table '" + definition.name + "' has no record to " + verb + " where " + where;
            throw new RecordNotFoundException(message, definition.name);
        }
        return matched;
    }

    @Override
    public int updateIfAny(Map<String, ?> changes, Condition where) {
        return writes().update(changes, where);
    }

    @Override
    public int deleteIfAny(Condition where) {
        return writes().delete(where);
    }

    @Override
    public int clear() {
        return writes().clear();
    }

    @Override
    public Optional<Row> get(Object key) {
        Object value = Values.constant(definition.primaryKey, Arguments.notNull(key, "key"));
        Scope scope = scopes.get();
        scope.reads(definition).key(Objects.requireNonNull(value));
        definition.asked.get();
        return Optional.ofNullable(scope.state(definition).find(value));
    }

    private Select select(Query query) {
        Scope scope = scopes.get();
        scope.state(definition);
        return new TableSelect(this::state, scope.rules(), query);
    }

    @Override
    public Select select() {
        return select(Query.ALL);
    }

    @Override
    public Select select(String... columns) {
        return select(Query.ALL.projection(Projection.of(columns)));
    }

    @Override
    public Select select(Map<String, String> fieldByAlias) {
        return select(Query.ALL.projection(Projection.of(fieldByAlias)));
    }

    @Override
    public Select select(Condition where) {
        return select().where(where);
    }

    @Override
    public Aggregation aggregate(Aggregate... aggregates) {
        Scope scope = scopes.get();
        scope.state(definition);
        return TableAggregation.of(this::state, scope.rules(), aggregates);
    }

    @Override
    public void createIndex(String field) {
        writes().createIndex(field, IndexType.HASH);
    }

    @Override
    public void createIndex(String field, IndexType type) {
        writes().createIndex(field, type);
    }

    @Override
    public void dropIndex(String field) {
        writes().dropIndex(field);
    }

    @Override
    public List<Row> all() {
        return select().list();
    }

    @Override
    public int exportCsv(Path file, CsvOptions options) {
        return select().exportCsv(file, options);
    }

    @Override
    public <R extends java.lang.Record> RecordTable<R> as(Class<R> type) {
        return new TypedTable<>(this, Arguments.notNull(type, "type"));
    }

    @Override
    public String toString() {
        return "Table(" + definition.name + ")";
    }
}
