package io.dictdb.pickle;

import io.dictdb.Schema;
import io.dictdb.spi.DatabaseBuilder;
import io.dictdb.spi.TableBuilder;
import io.dictdb.spi.TableDescription;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one table. What is wrong names it, and the key and the field where it is in one. */
final class TableReader {
    private final String name;
    private final PlainValues values;
    private final Budget budget;

    TableReader(String name, PlainValues values, Budget budget) {
        this.name = name;
        this.values = values;
        this.budget = budget;
    }

    void read(Dict attributes, DatabaseBuilder database) {
        try {
            parts(values.entries(attributes), database);
        } catch (IllegalArgumentException e) {
            throw Misfit.within("table " + Words.of(name) + ", ", e);
        }
    }

    private void parts(Map<String, @Nullable Object> parts, DatabaseBuilder database) {
        Object stated = parts.remove(Parts.TABLE_NAME);
        Require.that(name.equals(stated), "it calls itself ", stated);
        if (!(parts.remove(Parts.PRIMARY_KEY) instanceof String primaryKey)) {
            throw new IllegalArgumentException("its primary key is no string");
        }
        Dict records = Parts.dict(parts.remove(Parts.RECORDS), Parts.RECORDS);
        Optional<Schema> schema = schema(parts.remove(Parts.SCHEMA));
        Number highest = highestKey(parts.remove(Parts.NEXT_KEY));
        Require.that(parts.isEmpty(), "unknown parts, ", parts.keySet());
        records(
                records,
                primaryKey,
                database.table(new TableDescription(name, primaryKey, schema, List.of(), highest)));
    }

    private Optional<Schema> schema(@Nullable Object part) {
        if (part == null) {
            return Optional.empty();
        }
        Schema.Builder schema = Schema.builder();
        values.entries(Parts.dict(part, Parts.SCHEMA)).forEach((field, type) -> schema.field(field, type(field, type)));
        return Optional.of(schema.build());
    }

    private static Class<?> type(String field, @Nullable Object type) {
        Optional<Class<?>> known = type instanceof Name named ? named.type() : Optional.empty();
        return known.orElseThrow(() -> new Misfit(
                "schema, field " + Words.of(field) + ": " + Words.of(type) + " is a type that tables do not have"));
    }

    /** Python's counter is the next key. Where its keys are no integers it says nothing. */
    private static Number highestKey(@Nullable Object next) {
        if (next instanceof Long n && n >= 1) {
            return n - 1;
        }
        return next instanceof BigInteger n && n.signum() > 0 ? n.subtract(BigInteger.ONE) : (Number) 0L;
    }

    private void records(Dict records, String primaryKey, TableBuilder table) {
        budget.spendValue(records);
        for (int i = 0; i < records.count(); i++) {
            Object key = records.key(i);
            try {
                table.add(record(key, records.value(i), primaryKey));
            } catch (IllegalArgumentException e) {
                throw Misfit.within("record " + Words.of(key) + ", ", e);
            }
        }
    }

    private Fields record(@Nullable Object key, @Nullable Object made, String primaryKey) {
        if (!PythonKeys.isKey(key)) {
            throw new Misfit("its key: " + Words.of(key) + " identifies no record here");
        }
        Dict dict = Parts.dict(made, "record");
        budget.spendValue(dict);
        String[] names = new String[dict.count()];
        @Nullable Object[] fields = new @Nullable Object[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = PlainValues.name(dict.key(i));
            fields[i] = value(names[i], dict.value(i));
            boolean same = !names[i].equals(primaryKey) || PythonKeys.equal(key, fields[i]);
            Require.that(same, "its primary key there is ", dict.value(i));
        }
        return new Fields(names, fields);
    }

    private @Nullable Object value(String field, @Nullable Object made) {
        try {
            return values.value(made, 0);
        } catch (IllegalArgumentException e) {
            throw Misfit.within("field " + Words.of(field) + ": ", e);
        }
    }
}
