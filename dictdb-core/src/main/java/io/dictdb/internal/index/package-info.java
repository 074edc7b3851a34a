/** Persistent indexes: sets of row numbers, unique keys, and values of one field to rows, by hash or in order. Knows nothing of records. */
@NullMarked
package io.dictdb.internal.index;

import org.jspecify.annotations.NullMarked;
