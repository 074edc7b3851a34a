/** The image: all tables page by page in a file of checksummed frames. */
@NullMarked
package io.dictdb.internal.image;

import org.jspecify.annotations.NullMarked;
