/** The pickle files of Python DictDB: a machine that makes plain data of their instructions, and runs nothing. */
@NullMarked
package io.dictdb.pickle;

import org.jspecify.annotations.NullMarked;
