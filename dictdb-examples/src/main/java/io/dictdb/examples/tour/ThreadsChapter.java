package io.dictdb.examples.tour;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Table;
import io.dictdb.examples.terminal.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Readers beside a writer, a counter, a queue: many threads on one table, where each call is whole by itself. */
final class ThreadsChapter implements Chapter {
    private static final int READERS = 10;
    private static final int QUESTIONS = 10;
    private static final int WRITES = 4;
    private static final int COUNTERS = 8;
    private static final int VISITS = 1_000;
    private static final int CONSUMERS = 3;
    private static final int JOBS = 3_000;

    private final DictDB db;

    ThreadsChapter(DictDB db) {
        this.db = db;
    }

    @Override
    public String title() {
        return "Many threads";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("Ten readers beside a writer", """
                    transactions.updateIfAny(Map.of("status", status), all());   // 1 thread
                    transactions.aggregate(count()).groupBy("status").list();    // 10 threads
                    """, this::read),
                new Step("A counter that eight threads count up", """
                    counters.insert(Map.of("id", "visits", "n", 0));
                    counters.update(row -> Map.of("n", row.getInt("n") + 1),
                            field("id").eq("visits"));       // 8 threads
                    """, this::countUp),
                new Step("A producer and three consumers: who deletes it has it", """
                    jobs.insert(Map.of("n", n));             // 1 thread
                    Optional<Row> next = jobs.select().first();   // 3 threads
                    jobs.deleteIfAny(field("id").eq(job.get("id")));
                    """, this::queue));
    }

    private void read(Page page) {
        AtomicInteger mixed = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Crew crew = new Crew(READERS + 1, number -> {
            if (number == 0) {
                write(done);
            } else {
                ask(mixed, done);
            }
        });
        long nanos = crew.run(page, "reading and writing", done, READERS * QUESTIONS + WRITES);
        int rows = transactions().count();
        String updates = Wording.count(WRITES, "update") + " of " + Wording.count(rows, "row") + " each";
        page.result(READERS * QUESTIONS + " queries beside " + updates, nanos);
        page.say(
                "Each update sets the status of every transaction in one call. A reader that met two statuses would have"
                        + " seen half of a call.");
        page.check("no query saw half of an update", 0, mixed.get());
        page.check("each query and each update came to its end", READERS * QUESTIONS + WRITES, done.get());
    }

    private void write(AtomicInteger done) {
        Table transactions = transactions();
        for (int i = 0; i < WRITES; i++) {
            String status = i % 2 == 0 ? "open" : "paid";
            transactions.updateIfAny(Map.of("status", status), all());
            done.incrementAndGet();
        }
    }

    private void ask(AtomicInteger mixed, AtomicInteger done) {
        Table transactions = transactions();
        for (int i = 0; i < QUESTIONS; i++) {
            List<Row> statuses =
                    transactions.aggregate(count()).groupBy("status").list();
            mixed.addAndGet(statuses.size() > 1 ? 1 : 0);
            done.incrementAndGet();
        }
    }

    @SuppressWarnings("NullAway") // the counter has its n from the beginning
    private void countUp(Page page) {
        Table counters = db.createTable("counters");
        counters.insert(Map.of("id", "visits", "n", 0));
        AtomicInteger made = new AtomicInteger();
        Crew crew = new Crew(COUNTERS, number -> {
            for (int i = 0; i < VISITS; i++) {
                counters.update(
                        row -> Map.of("n", row.getInt("n") + 1), field("id").eq("visits"));
                made.incrementAndGet();
            }
        });
        long nanos = crew.run(page, "counting", made, COUNTERS * VISITS);
        String counted = Wording.count(made.get(), "increment");
        page.result(counted, nanos, Wording.perSecond(made.get(), nanos));
        page.say(
                "Reading the number and writing it back by two calls would lose visits; an update with a function is one call.");
        page.check(
                "the counter has each of them",
                (long) COUNTERS * VISITS,
                counters.get("visits").orElseThrow().get("n"));
    }

    private void queue(Page page) {
        db.createTable("jobs");
        Table done = db.createTable("done");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger taken = new AtomicInteger();
        Crew crew = new Crew(CONSUMERS + 1, number -> {
            if (number == 0) {
                produce(over);
            } else {
                consume("consumer " + number, over, taken);
            }
        });
        long nanos = crew.run(page, "emptying the queue", taken, JOBS);
        page.result(Wording.count(taken.get(), "job") + " taken", nanos, Wording.perSecond(taken.get(), nanos));
        page.check("each was taken once", JOBS, taken.get());
        page.check("none is left", 0, db.getTable("jobs").count());
        Row all = done.aggregate(count(), sum("n")).row();
        page.check(
                "and the numbers on them add up",
                IntStream.rangeClosed(1, JOBS).asLongStream().sum(),
                all.get("sum_n"));
    }

    private void produce(AtomicBoolean over) {
        Table jobs = db.getTable("jobs");
        for (int n = 1; n <= JOBS; n++) {
            jobs.insert(Map.of("n", n));
        }
        over.set(true);
    }

    private void consume(String name, AtomicBoolean over, AtomicInteger taken) {
        Table jobs = db.getTable("jobs");
        while (true) {
            boolean noMoreWillCome = over.get();
            Optional<Row> next = jobs.select().first();
            if (next.isEmpty() && noMoreWillCome) {
                return;
            }
            next.ifPresent(job -> taken.addAndGet(take(jobs, job, name)));
        }
    }

    /** 1 for the thread whose delete removes the job, 0 for those that come too late. */
    private int take(Table jobs, Row job, String name) {
        int won = jobs.deleteIfAny(field("id").eq(job.get("id")));
        if (won == 1) {
            db.getTable("done").insert(Map.of("n", job.get("n"), "by", name));
        }
        return won;
    }

    private Table transactions() {
        return db.getTable("transactions");
    }
}
