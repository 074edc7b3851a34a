/** Values as bytes: what every binary file of ours is made of. */
@NullMarked
package io.dictdb.internal.bytes;

import org.jspecify.annotations.NullMarked;
