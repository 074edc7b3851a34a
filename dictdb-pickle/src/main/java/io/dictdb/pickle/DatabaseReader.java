package io.dictdb.pickle;

import io.dictdb.spi.DatabaseBuilder;
import io.dictdb.spi.SourceFile;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a database. All of the file becomes values of the machine first: a table's schema stands behind its records. */
final class DatabaseReader {
    private final SourceFile file;
    private final Input in;
    private final Budget budget;
    private final PlainValues values;

    DatabaseReader(SourceFile file, Input in) {
        this.file = file;
        this.in = in;
        this.budget = new Budget(in);
        this.values = new PlainValues(file.options(), budget);
    }

    void read(DatabaseBuilder database) throws IOException {
        Globals globals = new Globals();
        Object made = new Machine(file, in, budget, globals).run();
        Require.that(in.isAtEnd(), "there is something behind its end");
        Map<String, @Nullable Object> parts = values.entries(Instance.attributes(made, Name.DATABASE));
        Object tables = parts.remove(Parts.TABLES);
        Require.that(parts.isEmpty(), "the database has unknown parts, ", parts.keySet());
        tables(Parts.dict(tables, Parts.TABLES), database);
        globals.requireNoneForeign(); // where no record holds it
    }

    private void tables(Dict tables, DatabaseBuilder database) {
        for (int i = 0; i < tables.count(); i++) {
            if (!(tables.key(i) instanceof String name)) {
                throw new IllegalArgumentException("a table's name is " + Words.of(tables.key(i)) + ", not a string");
            }
            new TableReader(name, values, budget).read(Instance.attributes(tables.value(i), Name.TABLE), database);
        }
    }
}
