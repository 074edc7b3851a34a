/**
 * Do transactions behave? Many threads append to lists and read them, {@link io.dictdb.testkit.history.Recording} notes what each transaction
 * did and saw and when, and {@link io.dictdb.testkit.history.HistoryChecker} finds what no one-at-a-time execution could have shown.
 *
 * <p>{@link io.dictdb.testkit.history.AppendWorkload} drives any store that can execute a list of appends and reads as one transaction:
 *
 * <pre>{@code
 * History history = AppendWorkload.run(8, 10_000, 6, seed, operations -> inOneTransaction(operations));
 * assertThat(HistoryChecker.check(history)).isEmpty();
 * }</pre>
 */
@NullMarked
package io.dictdb.testkit.history;

import org.jspecify.annotations.NullMarked;
