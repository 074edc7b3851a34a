package io.dictdb.internal.engine;

import io.dictdb.LoadOptions;
import io.dictdb.SaveOptions;
import java.util.function.LongConsumer;

/**
 * Listens to work that has time, and gives up the processor at the next piece when it has had it for half a millisecond. Where all processors are taken, a commit that is handed from its
 * writer to the journal's thread and back would otherwise wait twice for the end of a time slice, which is several milliseconds. Giving it up after each piece would leave the work next to
 * nothing, and the journal would grow meanwhile.
 */
final class GivingWay implements LongConsumer {
    private static final long TURN = 500_000;

    private long since = System.nanoTime();

    private GivingWay() {}

    static SaveOptions saving(SaveOptions options) {
        return options.progress(new GivingWay().andThen(options.progress()));
    }

    static LoadOptions reading() {
        return LoadOptions.defaults().progress(new GivingWay());
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // only speed relies on it
    public void accept(long bytes) {
        if (System.nanoTime() - since > TURN) {
            Thread.yield();
            since = System.nanoTime();
        }
    }
}
