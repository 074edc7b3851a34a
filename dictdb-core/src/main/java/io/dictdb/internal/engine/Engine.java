package io.dictdb.internal.engine;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Schema;
import io.dictdb.Snapshot;
import io.dictdb.Table;
import io.dictdb.Transaction;
import io.dictdb.TransactionOptions;
import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The database behind {@link DictDB}. */
public final class Engine implements DictDB {
    private final Store store;
    private final Tables tables;

    private Engine(EditRules rules) {
        this.store = new Store(rules);
        this.tables = new Tables(store::scope);
    }

    /** A new database in memory. */
    public static DictDB create() {
        return new Engine(EditRules.DEFAULT);
    }

    /** A new database in memory that tells its steps: for tests of failures. */
    public static DictDB create(Steps steps) {
        return new Engine(EditRules.of(steps));
    }

    /** A new database in memory that renumbers its rows after so many: for tests of tables that live long. */
    public static DictDB create(Steps steps, int lastRow) {
        return new Engine(new EditRules(steps, lastRow, System::nanoTime));
    }

    /** A new database in memory with a clock of its own: for tests of time. */
    public static DictDB create(Steps steps, LongSupplier nanoTime) {
        return new Engine(new EditRules(steps, EditRules.DEFAULT.lastRow(), nanoTime));
    }

    Store store() {
        return store;
    }

    @Override
    public Table createTable(String name) {
        return tables.createTable(name);
    }

    @Override
    public Table createTable(String name, String primaryKey) {
        return tables.createTable(name, primaryKey);
    }

    @Override
    public Table createTable(String name, String primaryKey, Schema schema) {
        return tables.createTable(name, primaryKey, schema);
    }

    @Override
    public Table getTable(String name) {
        return tables.getTable(name);
    }

    @Override
    public List<String> listTables() {
        return tables.listTables();
    }

    @Override
    public void dropTable(String name) {
        tables.dropTable(name);
    }

    @Override
    public int importCsv(Path file, String table, CsvOptions options) {
        return tables.importCsv(file, table, options);
    }

    @Override
    public <T extends @Nullable Object> T transaction(Function<? super Transaction, ? extends T> work) {
        return transaction(TransactionOptions.defaults(), work);
    }

    @Override
    public <T extends @Nullable Object> T transaction(
            TransactionOptions options, Function<? super Transaction, ? extends T> work) {
        Arguments.notNull(options, "options");
        Arguments.notNull(work, "work");
        Working outer = store.joined();
        if (outer != null) {
            return outer.nested(work);
        }
        return new Attempts<T>(store, options, work).run();
    }

    @Override
    public void transact(Consumer<? super Transaction> work) {
        transact(TransactionOptions.defaults(), work);
    }

    @Override
    public void transact(TransactionOptions options, Consumer<? super Transaction> work) {
        Arguments.notNull(work, "work");
        transaction(options, transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    @Override
    public Snapshot snapshot() {
        Working transaction = store.joined();
        return new Frozen(transaction == null ? store.root() : transaction.base(), store.rules());
    }

    @Override
    public long sequence() {
        return store.scope().root().sequence();
    }

    @Override
    public void close() {
        store.close();
    }
}
