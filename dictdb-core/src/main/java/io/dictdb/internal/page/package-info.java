/** How records are kept: immutable pages of typed column blocks in a persistent tree, and the rows that are seen through them. */
@NullMarked
package io.dictdb.internal.page;

import org.jspecify.annotations.NullMarked;
