package io.dictdb.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * What others did that a transaction cannot be reconciled with.
 *
 * @param table the name of the table they did it in
 * @param key the primary key of a record that they changed; null where it is not about one record
 */
record Conflict(String table, @Nullable Object key) {}
