/** What a flight recording shows of the database; free while none runs. */
@NullMarked
package io.dictdb.internal.event;

import org.jspecify.annotations.NullMarked;
