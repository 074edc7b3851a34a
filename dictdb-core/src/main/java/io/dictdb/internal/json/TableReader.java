package io.dictdb.internal.json;

import io.dictdb.internal.value.FrozenMap;
import io.dictdb.spi.DatabaseBuilder;
import io.dictdb.spi.TableBuilder;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one table. Its records come last, and go to the builder one by one. */
final class TableReader {
    private final JsonParser in;
    private final ValueReader values;
    private final DescriptionReader description;
    private final Set<String> seen = new HashSet<>();
    private boolean complete;

    TableReader(String name, JsonParser in, ValueReader values) {
        this.in = in;
        this.values = values;
        this.description = new DescriptionReader(name, in, values);
    }

    /** Begins behind the table's name and ends at its last brace. */
    void read(DatabaseBuilder database) {
        Tokens.expect(in, JsonToken.START_OBJECT);
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            part(key, database);
        }
        description.require(complete, "it has no " + Names.RECORDS);
    }

    private void part(String key, DatabaseBuilder database) {
        description.require(seen.add(key), "'" + key + "' comes twice");
        description.require(!complete, "'" + key + "' comes behind the records");
        if (key.equals(Names.RECORDS)) {
            records(database);
        } else {
            description.require(description.part(key), "there is no part '" + key + "'");
        }
    }

    private void records(DatabaseBuilder database) {
        TableBuilder table = database.table(description.done());
        Tokens.expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Tokens.require(in, JsonToken.START_OBJECT);
            FrozenMap record = values.record();
            table.add(record);
        }
        complete = true;
    }
}
