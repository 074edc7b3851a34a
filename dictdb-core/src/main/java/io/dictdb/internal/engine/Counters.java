package io.dictdb.internal.engine;

import java.util.concurrent.atomic.LongAdder;

/** What has happened to a database as a whole. Safe for use by many threads. */
final class Counters {
    final LongAdder commits = new LongAdder();
    final LongAdder conflicts = new LongAdder();
    final LongAdder images = new LongAdder();
    final LongAdder failedImages = new LongAdder();
    final LongAdder backups = new LongAdder();
    final LongAdder failedBackups = new LongAdder();
    final HeldSnapshots snapshots = new HeldSnapshots();

    void countBackup(boolean succeeded) {
        (succeeded ? backups : failedBackups).increment();
    }
}
