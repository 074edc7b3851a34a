package io.dictdb.conformance;

import io.dictdb.Aggregate;
import io.dictdb.Aggregate.Function;
import io.dictdb.Aggregation;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.InsertOptions;
import io.dictdb.OnConflict;
import io.dictdb.Schema;
import io.dictdb.Select;
import io.dictdb.Table;
import io.dictdb.Upserted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs steps against a database through the public words alone. */
final class Operations {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "int",
            Long.class,
            "str",
            String.class,
            "float",
            Double.class,
            "bool",
            Boolean.class,
            "list",
            List.class,
            "dict",
            Map.class);

    private final DictDB db;

    Operations(DictDB db) {
        this.db = db;
    }

    /** Runs one step; whatever it throws is its outcome. */
    Outcome run(Step step) {
        try {
            return new Outcome.Result(apply(step));
        } catch (RuntimeException e) {
            return Outcome.Failure.of(e);
        }
    }

    private @Nullable Object apply(Step step) {
        return switch (step.op()) {
            case "create_table" -> createTable(step);
            case "drop_table" -> dropTable(step);
            case "list_tables" -> db.listTables();
            default -> apply(step, db.getTable(step.table()));
        };
    }

    private static @Nullable Object apply(Step step, Table table) {
        return switch (step.op()) {
            case "create_index" -> createIndex(step, table);
            case "insert" -> insert(step, table);
            case "insert_many" -> table.insert(step.maps("records"), options(step));
            case "upsert" -> upsert(step, table);
            case "select" -> select(step, table).list();
            case "update" -> (long) table.update(step.map("changes"), Where.of(step.where()));
            case "delete" -> (long) table.delete(Where.of(step.where()));
            case "aggregate" -> aggregate(step, table);
            case "count" -> (long) table.count();
            case "columns" -> table.columns();
            case "indexed_fields" -> table.indexedFields();
            case "schema_fields" -> table.schemaFields();
            case "all" -> table.all();
            default -> throw new IllegalStateException("unknown operation " + step.op());
        };
    }

    private @Nullable Object createTable(Step step) {
        if (step.has("schema")) {
            db.createTable(step.table(), step.text("primary_key"), schema(step.map("schema")));
        } else {
            db.createTable(step.table(), step.text("primary_key"));
        }
        return null;
    }

    private static Schema schema(Map<String, @Nullable Object> types) {
        Schema.Builder builder = Schema.builder();
        types.forEach((field, type) -> builder.field(field, TYPES.get((String) type)));
        return builder.build();
    }

    private @Nullable Object dropTable(Step step) {
        db.dropTable(step.table());
        return null;
    }

    private static @Nullable Object createIndex(Step step, Table table) {
        table.createIndex(
                step.text("field"), IndexType.valueOf(step.text("type").toUpperCase(Locale.ROOT)));
        return null;
    }

    /** A single insert has no skip_validation in the files; {@link Departures} adds it to store what our schema refuses. */
    private static Object insert(Step step, Table table) {
        return step.flag("skip_validation")
                ? table.insert(List.of(step.map("record")), options(step)).get(0)
                : table.insert(step.map("record"));
    }

    private static InsertOptions options(Step step) {
        InsertOptions options = InsertOptions.defaults().skipValidation(step.flag("skip_validation"));
        return step.has("batch_size") ? options.batchSize(step.number("batch_size")) : options;
    }

    private static Object upsert(Step step, Table table) {
        if (step.flag("skip_validation")) {
            return List.of(insert(step, table), "inserted");
        }
        Upserted done = table.upsert(
                step.map("record"), OnConflict.valueOf(step.text("on_conflict").toUpperCase(Locale.ROOT)));
        return List.of(done.key(), done.action().name().toLowerCase(Locale.ROOT));
    }

    private static Select select(Step step, Table table) {
        Select query = columns(step, table)
                .where(Where.of(step.where()))
                .orderBy(step.names("order_by").toArray(String[]::new));
        query = step.has("limit") ? query.limit(step.number("limit")) : query;
        query = step.has("offset") ? query.offset(step.number("offset")) : query;
        return step.flag("distinct") ? query.distinct() : query;
    }

    private static Select columns(Step step, Table table) {
        if (step.plainColumns()) {
            return table.select(step.names("columns").toArray(String[]::new));
        }
        return step.has("columns") ? table.select(step.columns()) : table.select();
    }

    private static Object aggregate(Step step, Table table) {
        Aggregate[] aggregates = step.map("aggs").entrySet().stream()
                .map(e -> aggregate(e.getKey(), (Map<?, ?>) e.getValue()))
                .toArray(Aggregate[]::new);
        Aggregation query = table.aggregate(aggregates).where(Where.of(step.where()));
        return step.has("group_by")
                ? query.groupBy(step.names("group_by").toArray(String[]::new)).list()
                : query.row();
    }

    private static Aggregate aggregate(String alias, Map<?, ?> json) {
        Function function = Function.valueOf(((String) json.get("fn")).toUpperCase(Locale.ROOT));
        return new Aggregate(function, (String) json.get("field"), alias);
    }
}
