/** When something is to be done: by a thread that waits, or in a test when the test says so. */
@NullMarked
package io.dictdb.internal.timer;

import org.jspecify.annotations.NullMarked;
