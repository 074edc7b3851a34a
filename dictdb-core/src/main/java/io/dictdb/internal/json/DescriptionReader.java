package io.dictdb.internal.json;

import io.dictdb.IndexType;
import io.dictdb.Schema;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what describes a table, key by key. */
final class DescriptionReader {
    private final String name;
    private final JsonParser in;
    private final ValueReader values;

    private @Nullable String primaryKey;
    private @Nullable Map<String, String> types;
    private Set<String> nullable = Set.of();
    private Map<String, Object> defaults = Map.of();
    private final List<IndexDescription> indexes = new ArrayList<>();
    private Number highestKey = 0L;

    DescriptionReader(String name, JsonParser in, ValueReader values) {
        this.name = name;
        this.in = in;
        this.values = values;
    }

    /** Takes the value of a key; false if it does not describe a table. */
    boolean part(String key) {
        switch (key) {
            case Names.PRIMARY_KEY -> primaryKey = Tokens.string(in);
            case Names.SCHEMA -> types = types();
            default -> {
                return !values.isLiteral() && ours(key);
            }
        }
        return true;
    }

    /** Files of Python's do not have these. */
    private boolean ours(String key) {
        switch (key) {
            case Names.NULLABLE -> nullable = names();
            case Names.DEFAULTS -> defaults = defaults();
            case Names.INDEXES -> indexes();
            case Names.HIGHEST_KEY -> highestKey = highestKey();
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable Map<String, String> types() {
        if (in.nextToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        Tokens.require(in, JsonToken.START_OBJECT);
        Map<String, String> read = new LinkedHashMap<>();
        for (String field = in.nextName(); field != null; field = in.nextName()) {
            require(read.put(field, Tokens.string(in)) == null, "field '" + field + "' comes twice in its schema");
        }
        return read;
    }

    private Set<String> names() {
        Tokens.expect(in, JsonToken.START_ARRAY);
        Set<String> read = new HashSet<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Tokens.require(in, JsonToken.VALUE_STRING);
            read.add(in.getString());
        }
        return read;
    }

    private Map<String, Object> defaults() {
        Tokens.expect(in, JsonToken.START_OBJECT);
        Map<String, Object> read = new LinkedHashMap<>();
        for (String field = in.nextName(); field != null; field = in.nextName()) {
            Object value = values.value(field, 0);
            require(value != null && read.put(field, value) == null, "the default of '" + field + "' is not one");
        }
        return read;
    }

    private void indexes() {
        Tokens.expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Tokens.require(in, JsonToken.START_OBJECT);
            String field = Tokens.property(in, "field");
            IndexType type = IndexType.valueOf(Tokens.property(in, "type"));
            Tokens.expect(in, JsonToken.END_OBJECT);
            indexes.add(new IndexDescription(field, type));
        }
    }

    private Number highestKey() {
        Object read = values.value(Names.HIGHEST_KEY, 0);
        require(read instanceof Long || read instanceof BigInteger, "its highest key is not an integer");
        return read instanceof Number number ? number : 0L;
    }

    /** What was read. */
    TableDescription done() {
        String key = primaryKey;
        if (key == null) {
            throw new IllegalArgumentException(about("its primary key must come before its records"));
        }
        return new TableDescription(name, key, schema(), indexes, highestKey);
    }

    private Optional<Schema> schema() {
        Map<String, String> known = types;
        if (known == null) {
            require(nullable.isEmpty() && defaults.isEmpty(), "it has no schema, but nullable fields or defaults");
            return Optional.empty();
        }
        require(known.keySet().containsAll(nullable), "a nullable field is not in its schema");
        require(known.keySet().containsAll(defaults.keySet()), "a field with a default is not in its schema");
        Schema.Builder schema = Schema.builder();
        known.forEach((field, type) -> field(schema, field, Names.type(type)));
        return Optional.of(schema.build());
    }

    private void field(Schema.Builder schema, String field, Class<?> type) {
        Object standIn = defaults.get(field);
        require(standIn == null || !nullable.contains(field), "field '" + field + "' is nullable and has a default");
        if (standIn != null) {
            schema.field(field, type, standIn);
        } else if (nullable.contains(field)) {
            schema.nullable(field, type);
        } else {
            schema.field(field, type);
        }
    }

    void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(about(complaint));
        }
    }

    private String about(String complaint) {
        return "table '" + name + "': " + complaint;
    }
}
