/** How fast, and how it grows. */
@NullMarked
package io.dictdb.benchmarks;

import org.jspecify.annotations.NullMarked;
