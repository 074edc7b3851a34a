/** Backups: writing them beside working threads, and making a database of them again. */
@NullMarked
package io.dictdb.internal.backup;

import org.jspecify.annotations.NullMarked;
