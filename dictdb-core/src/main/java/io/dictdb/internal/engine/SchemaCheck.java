package io.dictdb.internal.engine;

import io.dictdb.Schema;
import io.dictdb.SchemaValidationException;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.Shape;
import io.dictdb.internal.value.ValueTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fits records to a table's schema: fills defaults in, widens integers of double fields, refuses what does not fit. */
final class SchemaCheck {
    private final String table;
    private final String primaryKey;
    private final Schema schema;
    private final Shape fields;
    private final Class<?>[] types;
    private final @Nullable Object[] defaults;
    private final boolean[] mayLack;

    SchemaCheck(String table, String primaryKey, Schema given) {
        this.table = table;
        this.primaryKey = primaryKey;
        this.schema = rebuilt(given, primaryKey);
        List<String> names = schema.fields();
        this.fields = Shape.of(names.toArray(new String[0]));
        this.types = names.stream().map(schema::type).toArray(Class<?>[]::new);
        this.defaults = names.stream()
                .map(name -> schema.defaultValue(name).orElse(null))
                .toArray();
        this.mayLack = new boolean[types.length];
        for (int i = 0; i < mayLack.length; i++) {
            mayLack[i] = schema.isNullable(names.get(i)) || names.get(i).equals(primaryKey);
        }
    }

    /** Our own schema of the same fields, whoever implemented the given one, and with the key. */
    private static Schema rebuilt(Schema given, String primaryKey) {
        Schema.Builder builder = Schema.builder();
        for (String name : given.fields()) {
            Object standIn = given.defaultValue(name).orElse(null);
            Arguments.require(
                    standIn == null || !name.equals(primaryKey), "the primary key '%s' cannot have a default", name);
            if (standIn != null) {
                builder.field(name, given.type(name), standIn);
            } else if (given.isNullable(name)) {
                builder.nullable(name, given.type(name));
            } else {
                builder.field(name, given.type(name));
            }
        }
        return given.fields().contains(primaryKey)
                ? builder.build()
                : builder.field(primaryKey, Long.class).build();
    }

    Schema schema() {
        return schema;
    }

    boolean hasAutomaticKeys() {
        return types[fields.indexOf(primaryKey)] == Long.class;
    }

    /** A primary key as the schema stores it; one that does not fit stays as it is and is refused with its record. */
    Object key(Object given) {
        Object stored = ValueTypes.fit(types[fields.indexOf(primaryKey)], given);
        return stored == null ? given : stored;
    }

    /** The record as it is stored. A missing key is left to the caller. */
    FrozenMap fit(FrozenMap record) {
        refuseUnknown(record.shape());
        Map<String, Object> changed = new LinkedHashMap<>();
        for (int i = 0; i < types.length; i++) {
            Object value = record.inner(fields.name(i));
            Object stored = value == null ? defaults[i] : ValueTypes.fit(types[i], value);
            if (stored == null && !(value == null && mayLack[i])) {
                throw misfit(i, value);
            }
            if (stored != null && stored != value) {
                changed.put(fields.name(i), stored);
            }
        }
        return changed.isEmpty() ? record : FrozenMap.merged(record, FrozenMap.record(changed));
    }

    private void refuseUnknown(Shape shape) {
        for (int i = 0; i < shape.size(); i++) {
            if (fields.indexOf(shape.name(i)) < 0) {
                String name = shape.name(i);
                throw new SchemaValidationException(
                        "Table '" + table + "' has no field '" + name + "'; its schema names " + fields,
                        table,
                        name,
                        "no such field",
                        "a value");
            }
        }
    }

    private SchemaValidationException misfit(int i, @Nullable Object value) {
        String name = fields.name(i);
        String expected = types[i].getSimpleName();
        String actual = ValueTypes.describe(value);
        String got = value == null ? "null or nothing" : actual + " " + Literals.of(value);
        return new SchemaValidationException(
                "Table '" + table + "', field '" + name + "': expected " + expected + ", got " + got,
                table,
                name,
                expected,
                actual);
    }

    SchemaValidationException noAutomaticKey() {
        String expected = types[fields.indexOf(primaryKey)].getSimpleName();
        return new SchemaValidationException(
                "Table '" + table + "', field '" + primaryKey
                        + "': the record has no primary key, and only integer keys are automatic; the schema says "
                        + expected,
                table,
                primaryKey,
                expected,
                "null");
    }
}
