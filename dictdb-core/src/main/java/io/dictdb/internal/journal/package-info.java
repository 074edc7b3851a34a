/** Commits on the disk, one after the other: written by one door, read in order, every byte checked. */
@NullMarked
package io.dictdb.internal.journal;

import org.jspecify.annotations.NullMarked;
