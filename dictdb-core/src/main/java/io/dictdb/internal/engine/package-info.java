/** The database itself: states of tables, the one door for changes, and the public interfaces over them. */
@NullMarked
package io.dictdb.internal.engine;

import org.jspecify.annotations.NullMarked;
