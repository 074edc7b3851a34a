package io.dictdb.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * What others did that a transaction cannot be reconciled with.
 *
 * @param table the name of the table they did it in
 * @param key the primary key of a record that they changed; null where it is not about one record
 * @param contended where to ask for the right of way: the table, or {@link RightOfWay#NAMES} where it came or went
 */
record Conflict(String table, @Nullable Object key, TableDefinition contended) {
    static Conflict in(TableDefinition table, @Nullable Object key) {
        return new Conflict(table.name, key, table);
    }

    static Conflict about(String name) {
        return new Conflict(name, null, RightOfWay.NAMES);
    }
}
