/** What a value is: its classes, limits, equality, hash and total order, and its immutable forms. Knows nothing of tables. */
@NullMarked
package io.dictdb.internal.value;

import org.jspecify.annotations.NullMarked;
