package io.dictdb.internal.engine;

import io.dictdb.OperationLog;
import java.time.Duration;
import java.util.Optional;

/**
 * What operators want to be told of a database.
 *
 * @param operations of its records
 * @param slow queries that take longer are told; empty for none
 */
record Telling(OperationSwitch operations, Optional<Duration> slow) {
    static final Telling DEFAULT = new Telling(OperationSwitch.SHARED, Optional.empty());

    Telling operations(OperationLog own) {
        return new Telling(new OperationSwitch(own), slow);
    }

    Telling slow(Duration threshold) {
        return new Telling(operations, Optional.of(threshold));
    }
}
