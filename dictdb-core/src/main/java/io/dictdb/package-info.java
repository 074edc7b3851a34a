/**
 * DictDB: an in-memory database of tables of map-like records, with indexes, a fluent query language and atomic changes.
 *
 * <p>Start at {@link io.dictdb.DictDB#create()} and {@code import static io.dictdb.Dsl.*;}.
 *
 * <p>Null is refused as an argument ({@link IllegalArgumentException}) unless a parameter is marked {@code @Nullable}.
 * Every type of this package is safe for use by many threads at once.
 */
@NullMarked
package io.dictdb;

import org.jspecify.annotations.NullMarked;
