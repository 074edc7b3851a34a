/** What modules outside can add to the database. */
@NullMarked
package io.dictdb.spi;

import org.jspecify.annotations.NullMarked;
