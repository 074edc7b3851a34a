package io.dictdb.internal.json;

import io.dictdb.internal.value.FrozenMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what has become of one table. */
final class TableDeltaReader {
    private final String name;
    private final JsonParser in;
    private final ValueReader values;
    private final Runnable record;
    private final DescriptionReader description;
    private final Set<String> seen = new HashSet<>();
    private final List<FrozenMap> upserts = new ArrayList<>();
    private List<Object> deletes = List.of();
    private List<Object> moved = List.of();
    private boolean created;

    /**
     * @param record is told of each record before it is read
     */
    TableDeltaReader(String name, JsonParser in, ValueReader values, Runnable record) {
        this.name = name;
        this.record = record;
        this.in = in;
        this.values = values;
        this.description = new DescriptionReader(name, in, values);
    }

    /** Begins behind the table's name and ends at its last brace. */
    TableDelta read() {
        Tokens.expect(in, JsonToken.START_OBJECT);
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            description.require(seen.add(key), "'" + key + "' comes twice");
            description.require(part(key), "there is no part '" + key + "'");
        }
        boolean whole = seen.contains(Names.UPSERTS) && seen.contains(Names.DELETES);
        description.require(whole, "it has no " + Names.UPSERTS + " or no " + Names.DELETES);
        return new TableDelta(name, created, values.isLiteral() ? null : description.done(), moved, upserts, deletes);
    }

    private boolean part(String key) {
        switch (key) {
            case Names.UPSERTS -> upserts();
            case Names.DELETES -> deletes = keys();
            default -> {
                return !values.isLiteral() && ours(key);
            }
        }
        return true;
    }

    private boolean ours(String key) {
        switch (key) {
            case Names.CREATED -> created = Tokens.truth(in);
            case Names.MOVED -> moved = keys();
            default -> {
                return description.part(key);
            }
        }
        return true;
    }

    private void upserts() {
        Tokens.expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Tokens.require(in, JsonToken.START_OBJECT);
            record.run();
            upserts.add(values.record());
        }
    }

    private List<Object> keys() {
        Tokens.expect(in, JsonToken.START_ARRAY);
        List<Object> keys = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Object key = values.current("key");
            description.require(key != null, "null is no key");
            keys.add(Objects.requireNonNull(key));
        }
        return keys;
    }
}
