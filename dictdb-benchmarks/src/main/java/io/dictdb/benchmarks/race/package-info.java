/** The same work for DictDB, for its rivals and for what one writes by hand, each in a process of its own, with every answer checked. Begin with {@link io.dictdb.benchmarks.race.Race}. */
@NullMarked
package io.dictdb.benchmarks.race;

import org.jspecify.annotations.NullMarked;
