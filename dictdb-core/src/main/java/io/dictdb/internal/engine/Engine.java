package io.dictdb.internal.engine;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Schema;
import io.dictdb.Table;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Limits;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database behind {@link DictDB}. */
public final class Engine implements DictDB {
    private final Store store;

    private Engine(Store store) {
        this.store = store;
    }

    /** A new database in memory. */
    public static DictDB create() {
        return new Engine(new Store(EditRules.DEFAULT));
    }

    /** A new database in memory that tells its steps: for tests of failures. */
    public static DictDB create(Steps steps) {
        return create(steps, EditRules.DEFAULT.lastRow());
    }

    /** A new database in memory that renumbers its rows after so many: for tests of tables that live long. */
    public static DictDB create(Steps steps, int lastRow) {
        return new Engine(new Store(new EditRules(steps, lastRow)));
    }

    Store store() {
        return store;
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
        store.create(TableState.empty(definition));
        return new StoredTable(store, definition);
    }

    private static String checked(String name) {
        return Limits.checkName(Arguments.notNull(name, "table name"));
    }

    @Override
    public Table getTable(String name) {
        return new StoredTable(
                store, store.root().named(Arguments.notNull(name, "table name")).definition());
    }

    @Override
    public List<String> listTables() {
        return store.root().names();
    }

    @Override
    public void dropTable(String name) {
        store.drop(Arguments.notNull(name, "table name"));
    }

    @Override
    public int importCsv(Path file, String table, CsvOptions options) {
        Arguments.notNull(file, "file");
        store.root().refuseTaken(checked(table));
        TableState imported = new CsvImport(file, table, Arguments.notNull(options, "options"), store.rules()).table();
        store.create(imported);
        return imported.count();
    }

    @Override
    public long sequence() {
        return store.root().sequence();
    }

    @Override
    public void close() {
        store.close();
    }
}
