/** The tour: chapters of steps that show a piece of Java, run it, and check what came out. */
@NullMarked
package io.dictdb.examples.tour;

import org.jspecify.annotations.NullMarked;
