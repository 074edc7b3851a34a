/** Databases as JSON text: the one file format that people read too. */
@NullMarked
package io.dictdb.internal.json;

import org.jspecify.annotations.NullMarked;
