/** The one way to the disk, and what makes a file complete or not there at all. */
@NullMarked
package io.dictdb.internal.file;

import org.jspecify.annotations.NullMarked;
