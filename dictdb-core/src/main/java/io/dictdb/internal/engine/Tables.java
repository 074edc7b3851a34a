package io.dictdb.internal.engine;

import io.dictdb.CsvOptions;
import io.dictdb.Schema;
import io.dictdb.Table;
import io.dictdb.Transaction;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables of a database, a transaction or a snapshot by name: one implementation over what a call works on. */
final class Tables implements Transaction {
    private final Supplier<Scope> scopes;

    /**
     * @param scopes what a call that comes now works on
     */
    Tables(Supplier<Scope> scopes) {
        this.scopes = scopes;
    }

    @Override
    public Table createTable(String name) {
        return createTable(name, "id");
    }

    @Override
    public Table createTable(String name, String primaryKey) {
        return create(name, primaryKey, null);
    }

    @Override
    public Table createTable(String name, String primaryKey, Schema schema) {
        return create(name, primaryKey, Arguments.notNull(schema, "schema"));
    }

    private Table create(String name, String primaryKey, @Nullable Schema schema) {
        Limits.checkName(Arguments.notNull(primaryKey, "primary key"));
        TableDefinition definition = new TableDefinition(checked(name), primaryKey, schema);
        scopes.get().create(TableState.empty(definition));
        return new StoredTable(scopes, definition);
    }

    private static String checked(String name) {
        return Limits.checkName(Arguments.notNull(name, "table name"));
    }

    @Override
    public Table getTable(String name) {
        Scope scope = scopes.get();
        scope.readsName(Arguments.notNull(name, "table name"));
        return new StoredTable(scopes, scope.root().named(name).definition());
    }

    @Override
    public List<String> listTables() {
        Scope scope = scopes.get();
        scope.readsNames();
        return scope.root().names();
    }

    @Override
    public void dropTable(String name) {
        scopes.get().drop(Arguments.notNull(name, "table name"));
    }

    int importCsv(Path file, String table, CsvOptions options) {
        Arguments.notNull(file, "file");
        Scope scope = scopes.get();
        scope.readsName(checked(table));
        scope.root().refuseTaken(table);
        TableState imported = new CsvImport(file, table, Arguments.notNull(options, "options"), scope.rules()).table();
        scope.create(imported);
        return imported.count();
    }
}
