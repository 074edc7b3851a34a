/** The change feed: who is told every commit, one after the other. */
@NullMarked
package io.dictdb.internal.feed;

import org.jspecify.annotations.NullMarked;
