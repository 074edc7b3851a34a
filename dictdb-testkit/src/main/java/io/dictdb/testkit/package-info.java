/**
 * Property tests for databases, in two halves.
 *
 * <p>The first half is a small harness: {@link io.dictdb.testkit.Property} checks a claim on many random values, {@link
 * io.dictdb.testkit.Gen} makes the values, and what falsifies the claim is shrunk to a small example and can be replayed from a seed.
 *
 * <p>The second half knows DictDB: {@link io.dictdb.testkit.Kind} and {@link io.dictdb.testkit.Vocabulary} draw values, records, conditions and
 * queries with all the traps in them, {@link io.dictdb.testkit.Call} is a change as data, and {@link io.dictdb.testkit.NaiveTable} is a model
 * of a table that is slow and obviously right. Nothing of it is shared with the engine.
 *
 * <p>Null is refused as an argument unless a parameter is marked {@code @Nullable}; refusing may take the form of a NullPointerException here.
 */
@NullMarked
package io.dictdb.testkit;

import org.jspecify.annotations.NullMarked;
