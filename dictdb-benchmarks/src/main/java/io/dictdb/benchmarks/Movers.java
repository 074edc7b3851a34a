package io.dictdb.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Four threads that move money, and how long each transfer took. */
final class Movers {
    private static final int MOVERS = 4;

    private final Transfers transfers;
    private final int moves;
    private final SplittableRandom random = new SplittableRandom(2);

    /**
     * @param moves how many transfers each thread makes
     */
    Movers(Transfers transfers, int moves) {
        this.transfers = transfers;
        this.moves = moves;
    }

    Latencies run() {
        List<CompletableFuture<long[]>> movers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(MOVERS);
        for (int i = 0; i < MOVERS; i++) {
            SplittableRandom own = random.split();
            movers.add(CompletableFuture.supplyAsync(() -> move(own), threads));
        }
        long[] all =
                movers.stream().flatMapToLong(one -> Arrays.stream(one.join())).toArray();
        threads.shutdown();
        return Latencies.of(all, all.length);
    }

    private long[] move(SplittableRandom own) {
        long[] nanos = new long[moves];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            transfers.one(own);
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }
}
