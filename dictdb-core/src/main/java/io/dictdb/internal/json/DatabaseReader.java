package io.dictdb.internal.json;

import io.dictdb.spi.DatabaseBuilder;
import io.dictdb.spi.SourceFile;
import tools.jackson.core.JsonToken;

/** Reads a database. */
final class DatabaseReader extends Document {
    private final DatabaseBuilder database;
    private boolean tables;
    private boolean sequence;

    DatabaseReader(SourceFile file, DatabaseBuilder database) {
        super(file);
        this.database = database;
    }

    @Override
    boolean part(String key) {
        require(!key.equals(Names.TYPE), "it is a delta, which is applied to a database and holds none");
        if (key.equals(Names.TABLES)) {
            require(!tables, "'" + key + "' comes twice");
            tables();
            return true;
        }
        requireOurs(key);
        if (key.equals(Names.SEQUENCE)) {
            require(!sequence, "'" + key + "' comes twice");
            sequence = true;
            database.sequence(Tokens.integer(in));
            return true;
        }
        return false;
    }

    private void tables() {
        tables = true;
        Tokens.expect(in, JsonToken.START_OBJECT);
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            new TableReader(name, in, values).read(database);
        }
    }

    @Override
    void complete() {
        require(tables, "it holds no '" + Names.TABLES + "'");
    }
}
