package io.dictdb;

import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Limits;
import io.dictdb.internal.value.ValueTypes;
import io.dictdb.internal.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects fields and checks each where it is typed. */
final class SchemaBuilder implements Schema.Builder {
    private final Map<String, Column> columns = new LinkedHashMap<>();

    @Override
    public Schema.Builder field(String name, Class<?> type) {
        return add(name, type, false, null);
    }

    @Override
    public Schema.Builder field(String name, Class<?> type, Object defaultValue) {
        Arguments.notNull(defaultValue, "default of field '" + name + "'");
        return add(name, type, false, defaultValue);
    }

    @Override
    public Schema.Builder nullable(String name, Class<?> type) {
        return add(name, type, true, null);
    }

    private Schema.Builder add(String name, Class<?> type, boolean nullable, @Nullable Object defaultValue) {
        Limits.checkName(Arguments.notNull(name, "field"));
        Class<?> valueType = ValueTypes.of(Arguments.notNull(type, "type of field '" + name + "'"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "field '" + name + "': " + type.getName() + " is not a value class"));
        Object fitted = defaultValue == null ? null : ValueTypes.fit(valueType, Values.constant(name, defaultValue));
        Arguments.require(
                defaultValue == null || fitted != null,
                "field '%s': default %s is not of type %s",
                name,
                defaultValue,
                valueType.getSimpleName());
        Arguments.require(!columns.containsKey(name), "field '%s' was already named", name);
        columns.put(name, new Column(valueType, nullable, fitted));
        return this;
    }

    @Override
    public Schema build() {
        return new FieldsSchema(new LinkedHashMap<>(columns));
    }

    private record Column(
            Class<?> type, boolean nullable, @Nullable Object defaultValue) {}

    private record FieldsSchema(Map<String, Column> columns) implements Schema {
        @Override
        public List<String> fields() {
            return List.copyOf(columns.keySet());
        }

        @Override
        public Class<?> type(String field) {
            return column(field).type;
        }

        @Override
        public boolean isNullable(String field) {
            return column(field).nullable;
        }

        @Override
        public Optional<Object> defaultValue(String field) {
            return Optional.ofNullable(Values.out(column(field).defaultValue));
        }

        private Column column(String field) {
            Column column = columns.get(Arguments.notNull(field, "field"));
            Arguments.require(column != null, "the schema has no field '%s'", field);
            return Objects.requireNonNull(column);
        }

        @Override
        public String toString() {
            return columns.entrySet().stream()
                    .map(e -> e.getKey() + " " + e.getValue().type.getSimpleName() + (e.getValue().nullable ? "?" : ""))
                    .collect(Collectors.joining(", ", "Schema(", ")"));
        }
    }
}
