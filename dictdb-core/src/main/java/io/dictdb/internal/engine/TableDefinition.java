package io.dictdb.internal.engine;

import io.dictdb.Schema;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Limits;
import io.dictdb.spi.TableDescription;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about a table, and its writers' lock. Its identity is the table's: another table of the same name has another
 * definition.
 */
final class TableDefinition {
    private static final AtomicLong MADE = new AtomicLong();

    /** In the order of these, locks of several tables are taken. */
    final long number = MADE.incrementAndGet();

    /** Held while a writer computes and publishes the table's next state; never while code of a caller runs. */
    final ReentrantLock writing = new ReentrantLock();

    /** How often it was read. */
    final QueryCounters asked = new QueryCounters();

    final String name;
    final String primaryKey;
    final @Nullable SchemaCheck check;

    TableDefinition(String name, String primaryKey, @Nullable Schema schema) {
        this.name = name;
        this.primaryKey = primaryKey;
        this.check = schema == null ? null : new SchemaCheck(name, primaryKey, schema);
    }

    static TableDefinition of(TableDescription table) {
        Limits.checkName(table.name());
        Limits.checkName(table.primaryKey());
        return new TableDefinition(
                table.name(), table.primaryKey(), table.schema().orElse(null));
    }

    /** The record as the schema wants it stored, if there is one. */
    FrozenMap fitted(FrozenMap record) {
        return check == null ? record : check.fit(record);
    }

    Optional<Schema> schema() {
        return Optional.ofNullable(check).map(SchemaCheck::schema);
    }
}
