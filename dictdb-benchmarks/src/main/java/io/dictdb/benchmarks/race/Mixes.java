package io.dictdb.benchmarks.race;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that read and write the same table. */
final class Mixes {
    private Mixes() {}

    /** @param updates of a hundred calls */
    static double[] run(Cell cell, int threads, int updates) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Contestant contestant = cell.filled(true)) {
            List<Session> sessions = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                sessions.add(contestant.session());
            }
            double[] rates = new double[cell.rounds()];
            for (int round = -3; round < rates.length; round++) {
                double rate = round(cell, pool, sessions, updates, round);
                if (round >= 0) {
                    rates[round] = rate;
                }
            }
            return rates;
        } finally {
            pool.shutdownNow();
        }
    }

    private static double round(Cell cell, ExecutorService pool, List<Session> sessions, int updates, int round)
            throws Exception {
        long begun = System.nanoTime();
        long end = begun + (long) (cell.seconds() * 1e9);
        List<Future<Long>> running = new ArrayList<>();
        for (Session session : sessions) {
            SplittableRandom random = cell.random(running.size() + round * 100);
            running.add(pool.submit(work(cell, session, random, updates, end)));
        }
        long calls = 0;
        for (Future<Long> each : running) {
            calls += each.get();
        }
        return calls * 1e9 / (System.nanoTime() - begun);
    }

    private static Callable<Long> work(Cell cell, Session session, SplittableRandom random, int updates, long end) {
        return () -> {
            long calls = 0;
            double digest = 0;
            do {
                long id = random.nextLong(cell.rows());
                if (random.nextInt(100) < updates) {
                    session.status(id, random.nextBoolean() ? "completed" : "pending");
                } else {
                    digest += session.get(id);
                }
                calls++;
            } while (System.nanoTime() < end);
            if (Double.isNaN(digest)) {
                throw new IllegalStateException("nothing was read");
            }
            return calls;
        };
    }
}
