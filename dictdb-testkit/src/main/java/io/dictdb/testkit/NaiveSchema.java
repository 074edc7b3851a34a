package io.dictdb.testkit;

import io.dictdb.Schema;
import io.dictdb.SchemaValidationException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/* The schema check: what the schema says is read from the public Schema, what it means is said here. */
final class NaiveSchema {
    private final @Nullable Schema schema;
    private final String primaryKey;

    NaiveSchema(@Nullable Schema schema, String primaryKey) {
        this.schema = schema;
        this.primaryKey = primaryKey;
    }

    boolean isPresent() {
        return schema != null;
    }

    /** The schema's fields and, after them, the key if the schema does not name it. */
    List<String> fields() {
        List<String> fields = new ArrayList<>(schema == null ? List.of() : schema.fields());
        if (schema != null && !fields.contains(primaryKey)) {
            fields.add(primaryKey);
        }
        return fields;
    }

    boolean hasIntegerKey() {
        return schema == null || typeOf(schema, primaryKey) == Long.class;
    }

    private static Class<?> typeOf(Schema schema, String field) {
        return schema.fields().contains(field) ? schema.type(field) : Long.class;
    }

    /** The record as the schema has it stored. */
    Map<String, @Nullable Object> fitted(Map<String, @Nullable Object> record) {
        if (schema == null) {
            return record;
        }
        Map<String, @Nullable Object> fitted = new LinkedHashMap<>(record);
        for (String field : fields()) {
            fit(schema, field, fitted);
        }
        record.keySet().stream()
                .filter(field -> !fields().contains(field))
                .forEach(field -> refuse("no field " + field));
        return fitted;
    }

    private static void fit(Schema schema, String field, Map<String, @Nullable Object> record) {
        boolean known = schema.fields().contains(field);
        @Nullable Object value = record.get(field);
        if (value != null) {
            record.put(field, fitted(typeOf(schema, field), value));
        } else if (known && schema.defaultValue(field).isPresent()) {
            record.put(field, schema.defaultValue(field).get());
        } else if (!known || !schema.isNullable(field)) {
            refuse("field " + field + " is required");
        }
    }

    private static Object fitted(Class<?> type, Object value) {
        boolean integer = value instanceof Long || value instanceof BigInteger;
        if (type == Double.class && integer) {
            return ((Number) value).doubleValue();
        }
        if (type == Long.class ? !integer : !type.isInstance(value)) {
            refuse(value + " is no " + type.getSimpleName());
        }
        return value;
    }

    private static void refuse(String why) {
        throw new Refusal(SchemaValidationException.class, why);
    }
}
