/** Text for an 80-column terminal: lines, tables, bar charts and a progress bar. */
@NullMarked
package io.dictdb.examples.terminal;

import org.jspecify.annotations.NullMarked;
