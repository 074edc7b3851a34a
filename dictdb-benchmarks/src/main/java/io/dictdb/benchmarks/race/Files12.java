package io.dictdb.benchmarks.race;

import io.dictdb.benchmarks.Folders;
import java.nio.file.Files;
import java.nio.file.Path;

/** A whole table to a file and back, in milliseconds. */
final class Files12 {
    private Files12() {}

    static double[] out(Cell cell) throws Exception {
        Path folder = Files.createTempDirectory("race");
        try (Contestant contestant = cell.filled(true)) {
            double[] times = new double[cell.rounds()];
            for (int round = -2; round < times.length; round++) {
                Path target = cell.target(folder, round);
                long begun = System.nanoTime();
                contestant.save(target);
                times[Math.max(0, round)] = (System.nanoTime() - begun) / 1e6;
                Folders.delete(target);
            }
            return times;
        } finally {
            Folders.delete(folder);
        }
    }

    static double[] in(Cell cell) throws Exception {
        Path folder = Files.createTempDirectory("race");
        Path saved = cell.target(folder, 0);
        try {
            try (Contestant contestant = cell.filled(true)) {
                contestant.save(saved);
            }
            double[] times = new double[cell.rounds()];
            for (int round = -2; round < times.length; round++) {
                times[Math.max(0, round)] = restored(cell, saved);
            }
            return times;
        } finally {
            Folders.delete(folder);
        }
    }

    private static double restored(Cell cell, Path saved) throws Exception {
        try (Contestant contestant = cell.engine().create(true)) {
            long begun = System.nanoTime();
            contestant.restore(saved);
            double time = (System.nanoTime() - begun) / 1e6;
            Session session = contestant.session();
            Answer found = session.customer(7);
            if (!cell.expectedCustomer(7).isLike(found)) {
                throw new IllegalStateException("customer 7 is not what was saved: " + found);
            }
            session.end();
            return time;
        }
    }
}
