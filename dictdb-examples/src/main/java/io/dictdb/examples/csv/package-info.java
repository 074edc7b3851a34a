/** The tour of a CSV file that the user brings. */
@NullMarked
package io.dictdb.examples.csv;

import org.jspecify.annotations.NullMarked;
