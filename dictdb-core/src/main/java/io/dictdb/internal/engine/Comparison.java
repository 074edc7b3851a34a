package io.dictdb.internal.engine;

import io.dictdb.internal.page.PageRow;
import io.dictdb.internal.page.PageTree;
import io.dictdb.internal.page.RecordChanges;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Literals;
import io.dictdb.spi.DatabaseBuilder;
import io.dictdb.spi.TableBuilder;
import io.dictdb.spi.TableDescription;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a file says against the tables that were written to it, record by record, and keeps nothing of it: a database that is built only to be compared takes
 * memory, and its garbage stops the writers. What differs is an {@link IllegalArgumentException}.
 */
final class Comparison implements DatabaseBuilder {
    private final Root root;
    private final boolean keepsAll;
    private final Iterator<TableState> tables;
    private @Nullable Expected last;

    /**
     * @param keepsAll whether the format keeps schemas, indexes and counters of keys; one that does not may leave them out, and not tell others
     */
    Comparison(Root root, boolean keepsAll) {
        this.root = root;
        this.keepsAll = keepsAll;
        this.tables = root.tables().iterator();
    }

    @Override
    public void sequence(long number) {
        Arguments.require(
                number == root.sequence() || number == 0,
                "it is of commit %s and should be of %s",
                number,
                root.sequence());
    }

    @Override
    public TableBuilder table(TableDescription description) {
        endTable();
        TableState table = next(description);
        last = new Expected(table.name(), SavedRoot.records(table).iterator());
        return last;
    }

    /** A table whose rows are numbered as they were: columns are compared as a whole, and one by one only the records that seem to differ. */
    void table(TableDescription description, PageTree pages) {
        TableState table = next(description);
        RecordChanges.between(table.pages(), pages, (row, written, writtenAt, read, readAt) -> {
            Arguments.require(written != null, "table '%s' has records too many", table.name());
            Arguments.require(read != null, "records of table '%s' are missing", table.name());
            requireSame(
                    table.name(),
                    Objects.requireNonNull(written).row(writtenAt),
                    Objects.requireNonNull(read).row(readAt));
            return true;
        });
    }

    private TableState next(TableDescription description) {
        Arguments.require(tables.hasNext(), "it has a table '%s' too many", description.name());
        TableState table = tables.next();
        Arguments.require(
                table.name().equals(description.name()) && table.primaryKey().equals(description.primaryKey()),
                "it has a table '%s' with key %s and should have '%s' with key %s",
                description.name(),
                description.primaryKey(),
                table.name(),
                table.primaryKey());
        requireLike(table.description(), description);
        return table;
    }

    private static void requireSame(String table, PageRow written, Map<String, ? extends @Nullable Object> read) {
        if (!written.equals(read)) {
            throw new IllegalArgumentException(
                    "a record of table '" + table + "' is not what was written, which is " + Literals.of(written));
        }
    }

    private void requireLike(TableDescription written, TableDescription read) {
        boolean schema = (!keepsAll && read.schema().isEmpty())
                || Schemas.same(written.schema().orElse(null), read.schema().orElse(null));
        Arguments.require(schema, "table '%s' has another schema than was written", read.name());
        boolean indexes = keepsAll
                ? written.indexes().equals(read.indexes())
                : written.indexes().containsAll(read.indexes());
        Arguments.require(
                indexes,
                "table '%s' has indexes %s and should have %s",
                read.name(),
                read.indexes(),
                written.indexes());
        boolean key = !keepsAll || written.highestKey().equals(read.highestKey());
        Arguments.require(
                key,
                "table '%s' has the highest key %s and should have %s",
                read.name(),
                read.highestKey(),
                written.highestKey());
    }

    /** All has been read. */
    void done() {
        endTable();
        Arguments.require(!tables.hasNext(), "tables are missing");
    }

    private void endTable() {
        if (last != null) {
            Arguments.require(!last.records.hasNext(), "records of table '%s' are missing", last.name);
        }
    }

    private record Expected(String name, Iterator<PageRow> records) implements TableBuilder {
        @Override
        public void add(Map<String, ? extends @Nullable Object> record) {
            Arguments.require(records.hasNext(), "table '%s' has records too many", name);
            requireSame(name, records.next(), record);
        }

        @Override
        public void used(Number key) {
            // the description told it
        }
    }
}
