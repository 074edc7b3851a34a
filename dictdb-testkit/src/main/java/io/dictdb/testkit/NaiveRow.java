package io.dictdb.testkit;

import io.dictdb.Row;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/* A record of the model in the form in which a caller's own test or function wants it. It converts nothing: numbers come as they are kept. */
final class NaiveRow extends AbstractMap<String, @Nullable Object> implements Row {
    private final Map<String, @Nullable Object> fields;

    NaiveRow(Map<String, ? extends @Nullable Object> fields) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return fields.entrySet();
    }

    @Override
    public @Nullable String getString(String field) {
        return get(field, String.class);
    }

    @Override
    public @Nullable Integer getInt(String field) {
        @Nullable Long value = getLong(field);
        return value == null ? null : Integer.valueOf(Math.toIntExact(value));
    }

    @Override
    public @Nullable Long getLong(String field) {
        return get(field, Long.class);
    }

    @Override
    public @Nullable Double getDouble(String field) {
        @Nullable Number value = get(field, Number.class);
        return value == null ? null : Double.valueOf(value.doubleValue());
    }

    @Override
    public @Nullable Boolean getBoolean(String field) {
        return get(field, Boolean.class);
    }

    @Override
    public <T> @Nullable T get(String field, Class<T> type) {
        return type.cast(fields.get(field));
    }

    @Override
    public Map<String, @Nullable Object> toMap() {
        return NaiveValues.record(fields);
    }

    @Override
    public <R extends java.lang.Record> R as(Class<R> type) {
        throw new UnsupportedOperationException("the model knows no record classes: " + Objects.requireNonNull(type));
    }
}
