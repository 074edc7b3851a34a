package io.dictdb.benchmarks.race;

import io.dictdb.benchmarks.Transactions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * One engine at one workload: what a process of its own measures. Arguments: engine, workload, rows, rounds, seconds of a round. Prints a line that begins with RESULT.
 *
 * @param engine who
 * @param workload what
 * @param rows how many rows the table has
 * @param rounds how many there are after those that do not count
 * @param seconds how long one is, where it is calls that are counted
 */
record Cell(Engine engine, Workload workload, int rows, int rounds, double seconds) {
    private static final double WARM_UP_SECONDS = 3;
    private static final int CHECKED = 20;

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        Cell cell = new Cell(
                Engine.valueOf(arguments[0]),
                Workload.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Double.parseDouble(arguments[4]));
        double[] values = cell.workload.run(cell);
        System.out.println(
                "RESULT " + Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" ")));
        System.exit(0); // some leave threads behind
    }

    /** A call with a number out of a sequence that visits everything; returns what it gave. */
    interface Call {
        Answer make(long turn) throws Exception;
    }

    Contestant filled(boolean indexed) throws Exception {
        Contestant contestant = engine.create(indexed);
        contestant.load(0, rows);
        return contestant;
    }

    /** Calls a second in each round. The first calls are held against what is expected, and the number of rows of all. */
    double[] rates(Call call, Call expected) throws Exception {
        long turn = 0;
        for (; turn < CHECKED; turn++) {
            require(turn, call.make(turn), expected.make(turn));
        }
        turn = during(call, expected, turn, warmUp());
        double[] rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            long done = during(call, expected, turn, seconds);
            rates[round] = (done - turn) * 1e9 / (System.nanoTime() - begun);
            turn = done;
        }
        return rates;
    }

    private double warmUp() {
        return Math.min(WARM_UP_SECONDS, seconds * 3);
    }

    private static void require(long turn, Answer got, Answer expected) {
        if (!expected.isLike(got)) {
            throw new IllegalStateException("call " + turn + " gave " + got + " and should give " + expected);
        }
    }

    private static long during(Call call, Call expected, long from, double time) throws Exception {
        long end = System.nanoTime() + (long) (time * 1e9);
        long turn = from;
        long found = 0;
        double digest = 0;
        do {
            Answer answer = call.make(turn++);
            found += answer.rows();
            digest += answer.digest();
        } while (System.nanoTime() < end);
        if (found != (turn - from) * expected.make(from).rows() || Double.isNaN(digest)) {
            throw new IllegalStateException(found + " rows in " + (turn - from) + " calls");
        }
        return turn;
    }

    /** Numbers of transactions that visit all of them, far from each other. */
    long id(long turn) {
        return Math.floorMod(turn * 7_919_777, (long) rows);
    }

    SplittableRandom random(int thread) {
        return new SplittableRandom(42 + thread);
    }

    /** Where the table is saved: ours is told by its extension to be an image. */
    Path target(Path folder, int round) {
        return folder.resolve("table" + round + (engine == Engine.DICTDB ? ".ddb" : ""));
    }

    Answer expectedCustomer(long customer) {
        Answer answer = Answer.NONE;
        for (long id = customer; id < rows; id += Transactions.CUSTOMERS) {
            answer = answer.plus(Tx.of(id).digest());
        }
        return answer;
    }

    Answer expected(long from, long to) {
        Answer answer = Answer.NONE;
        for (long id = from; id < to; id++) {
            answer = answer.plus(Tx.of(id).digest());
        }
        return answer;
    }
}
