/** Files of foreign formats to and from records. */
@NullMarked
package io.dictdb.internal.codec;

import org.jspecify.annotations.NullMarked;
