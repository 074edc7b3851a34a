/** What operators are told, through SLF4J. */
@NullMarked
package io.dictdb.internal.log;

import org.jspecify.annotations.NullMarked;
