/** Java records and single Java classes to and from the values of a row. */
@NullMarked
package io.dictdb.internal.mapping;

import org.jspecify.annotations.NullMarked;
