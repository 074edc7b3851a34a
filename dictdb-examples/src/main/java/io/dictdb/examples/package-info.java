/** The dictdb command: a guided tour of the database that runs for real. */
@NullMarked
package io.dictdb.examples;

import org.jspecify.annotations.NullMarked;
