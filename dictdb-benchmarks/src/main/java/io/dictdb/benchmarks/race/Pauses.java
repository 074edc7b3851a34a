package io.dictdb.benchmarks.race;

import io.dictdb.benchmarks.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a working thread feels of a table being written to a file. */
final class Pauses {
    private Pauses() {}

    /** What the working thread does. */
    private interface Call {
        void make(Session session, long turn) throws Exception;
    }

    static double[] get(Cell cell) throws Exception {
        return worst(cell, (session, turn) -> session.get(cell.id(turn)));
    }

    static double[] update(Cell cell) throws Exception {
        return worst(cell, (session, turn) -> session.status(cell.id(turn), turn % 3 == 0 ? "completed" : "pending"));
    }

    private static double[] worst(Cell cell, Call call) throws Exception {
        return rounds(cell, (session, saving) -> during(session, call, saving).worst / 1e6);
    }

    static double[] rate(Cell cell) throws Exception {
        Call call = (session, turn) -> session.get(cell.id(turn));
        long quiet = (long) (cell.seconds() * 1e9);
        return rounds(cell, (session, saving) -> {
            double busy = during(session, call, saving).rate();
            long end = System.nanoTime() + quiet;
            return busy / during(session, call, () -> System.nanoTime() < end).rate() * 100;
        });
    }

    /** What is asked of a round. */
    private interface Measured {
        double of(Session session, Going saving) throws Exception;
    }

    /** Whether something still goes on. */
    private interface Going {
        boolean isGoing();
    }

    private record Felt(long calls, long nanos, long worst) {
        double rate() {
            return calls * 1e9 / nanos;
        }
    }

    private static Felt during(Session session, Call call, Going going) throws Exception {
        long begun = System.nanoTime();
        long last = begun;
        long worst = 0;
        long turn = 0;
        do {
            call.make(session, turn++);
            long now = System.nanoTime();
            worst = Math.max(worst, now - last);
            last = now;
        } while (going.isGoing());
        return new Felt(turn, last - begun, worst);
    }

    private static double[] rounds(Cell cell, Measured measured) throws Exception {
        Path folder = Files.createTempDirectory("race");
        ExecutorService saver = Executors.newSingleThreadExecutor();
        try (Contestant contestant = cell.filled(true)) {
            Session session = contestant.session();
            double[] values = new double[cell.rounds()];
            for (int round = -2; round < values.length; round++) {
                Path target = cell.target(folder, round);
                Future<?> saving = saver.submit((Callable<Void>) () -> {
                    contestant.save(target);
                    return null;
                });
                values[Math.max(0, round)] = measured.of(session, () -> !saving.isDone());
                saving.get();
                Folders.delete(target);
            }
            session.end();
            return values;
        } finally {
            saver.shutdownNow();
            Folders.delete(folder);
        }
    }
}
