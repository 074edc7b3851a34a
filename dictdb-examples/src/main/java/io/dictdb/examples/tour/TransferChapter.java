package io.dictdb.examples.tour;

import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Snapshot;
import io.dictdb.Table;
import io.dictdb.TransactionConflictException;
import io.dictdb.TransactionOptions;
import io.dictdb.examples.terminal.Wording;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Transactions over several tables, snapshots for who reads them, and what happens when two want the same record. */
final class TransferChapter implements Chapter {
    private static final int WRITERS = 4;
    private static final int ORDERS = 500;
    private static final int REPORTS = 100;
    private static final int CLERKS = 8;
    private static final int TRANSFERS = 500;
    private static final int ACCOUNTS = 100;
    private static final long BALANCE = 10_000;
    private static final int ONCE_IN = 10;

    private final DictDB db;

    TransferChapter(DictDB db) {
        this.db = db;
    }

    @Override
    public String title() {
        return "Whole transactions, and snapshots of all tables";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("A snapshot for a report, while four threads write two tables", """
                    db.transact(tx -> {
                        tx.getTable("orders").insert(order);
                        tx.getTable("payments").insert(order);
                    });                                      // 4 threads
                    Snapshot now = db.snapshot();            // 1 thread
                    """, this::report),
                new Step("Eight threads move money between two tables", """
                    db.transact(tx -> {
                        tx.getTable("current").update(
                                row -> added(row, -amount), field("id").eq(from));
                        failOnceInTen(number);
                        tx.getTable("savings").update(
                                row -> added(row, amount), field("id").eq(to));
                        tx.getTable("transfers").insert(
                                Map.of("id", UUID.randomUUID(), "amount", amount));
                    });
                    """, this::transfer),
                new Step("A conflict, and how it is settled", """
                    Row account = current.get(1).orElseThrow();          // the work
                    current.update(added(account, 100), field("id").eq(1));

                    TransactionOptions once = TransactionOptions.defaults().attempts(1);
                    db.transact(once, tx -> overtaken(attempts));
                    db.transact(tx -> overtaken(attempts));
                    """, this::conflict));
    }

    private void report(Page page) {
        db.createTable("orders");
        db.createTable("payments");
        AtomicInteger written = new AtomicInteger();
        AtomicInteger agreed = new AtomicInteger();
        Crew crew = new Crew(WRITERS + 1, number -> {
            if (number == 0) {
                compare(agreed);
            } else {
                order(number, written);
            }
        });
        long nanos = crew.run(page, "orders and payments", written, WRITERS * ORDERS);
        page.result(Wording.count(written.get(), "transaction") + " beside " + REPORTS + " reports", nanos);
        page.check("in each report both tables had the same count and sum", REPORTS, agreed.get());
        Row paid = totals(db.getTable("payments"));
        page.check("every order is there", (long) WRITERS * ORDERS, paid.get("count"));
        page.check(
                "and the amounts add up",
                WRITERS * IntStream.rangeClosed(1, ORDERS).asLongStream().sum(),
                paid.get("sum_amount"));
    }

    private void order(int writer, AtomicInteger written) {
        for (int n = 1; n <= ORDERS; n++) {
            Map<String, Object> order = Map.of("id", writer + "/" + n, "amount", n);
            db.transact(tx -> {
                tx.getTable("orders").insert(order);
                tx.getTable("payments").insert(order);
            });
            written.incrementAndGet();
        }
    }

    private void compare(AtomicInteger agreed) {
        for (int i = 0; i < REPORTS; i++) {
            try (Snapshot now = db.snapshot()) {
                Row ordered = totals(now.getTable("orders"));
                agreed.addAndGet(ordered.equals(totals(now.getTable("payments"))) ? 1 : 0);
            }
        }
    }

    private static Row totals(Table table) {
        return table.aggregate(count(), sum("amount")).row();
    }

    private void transfer(Page page) {
        db.createTable("current").insert(accounts());
        db.createTable("savings").insert(accounts());
        db.createTable("transfers");
        AtomicInteger tried = new AtomicInteger();
        AtomicInteger right = new AtomicInteger();
        Crew crew = new Crew(CLERKS, clerk -> move(clerk, tried, right));
        long nanos = crew.run(page, "transfers", tried, CLERKS * TRANSFERS);
        page.result(Wording.count(tried.get(), "transfer"), nanos, Wording.perSecond(tried.get(), nanos));
        page.say("Each tenth fails half-way and is undone; then its thread takes a snapshot and adds up both tables.");
        int failed = CLERKS * TRANSFERS / ONCE_IN;
        page.check("the sum was the same in each of " + failed + " snapshots meanwhile", failed, right.get());
        page.check("and is at the end", 2 * ACCOUNTS * BALANCE, money(db.snapshot()));
        page.check(
                "all but the " + failed + " that failed are noted",
                CLERKS * TRANSFERS - failed,
                db.getTable("transfers").count());
    }

    private static List<Map<String, Object>> accounts() {
        return IntStream.rangeClosed(1, ACCOUNTS)
                .mapToObj(id -> Map.<String, Object>of("id", id, "balance", BALANCE))
                .toList();
    }

    private void move(int clerk, AtomicInteger tried, AtomicInteger right) {
        for (int i = 0; i < TRANSFERS; i++) {
            int from = (clerk * 7 + i) % ACCOUNTS + 1;
            int to = (clerk + i * 3) % ACCOUNTS + 1;
            try {
                transfer(from, to, i % 2 == 0 ? 5 : -5, i);
            } catch (IllegalStateException e) {
                right.addAndGet(money(db.snapshot()) == 2 * ACCOUNTS * BALANCE ? 1 : 0);
            }
            tried.incrementAndGet();
        }
    }

    private void transfer(int from, int to, int amount, int number) {
        db.transact(tx -> {
            tx.getTable("current")
                    .update(row -> added(row, -amount), field("id").eq(from));
            failOnceInTen(number);
            tx.getTable("savings").update(row -> added(row, amount), field("id").eq(to));
            tx.getTable("transfers").insert(Map.of("id", UUID.randomUUID(), "amount", amount));
        });
    }

    /** What an account holds when an amount is added to it. */
    static Map<String, Object> added(Row account, int amount) {
        return Map.of("balance", Objects.requireNonNull(account.getLong("balance")) + amount);
    }

    private static void failOnceInTen(int number) {
        if (number % ONCE_IN == 0) {
            throw new IllegalStateException("the line is dead");
        }
    }

    /** What there is on all accounts. */
    static long money(Snapshot now) {
        return balance(now.getTable("current")) + balance(now.getTable("savings"));
    }

    private static long balance(Table table) {
        Row sum = table.aggregate(sum("balance").as("sum")).row();
        return Objects.requireNonNull(sum.getLong("sum"));
    }

    private void conflict(Page page) {
        AtomicInteger attempts = new AtomicInteger();
        long before = balance(db.getTable("current"));
        TransactionOptions once = TransactionOptions.defaults().attempts(1);
        page.say("The work reads account 1; before it is done, another thread adds 1 to that account.");
        page.refused(TransactionConflictException.class, () -> db.transact(once, tx -> overtaken(attempts)));
        page.check("only the other thread's change is there", before + 1, balance(db.getTable("current")));
        attempts.set(0);
        db.transact(tx -> overtaken(attempts));
        page.say("With the usual 100 attempts the work is run again, on what the other thread made:");
        page.check("it took two attempts", 2, attempts.get());
        page.check("both changes are there", before + 1 + 1 + 100, balance(db.getTable("current")));
    }

    /** Adds 100 to an account to which another thread adds 1 meanwhile, the first time. */
    private void overtaken(AtomicInteger attempts) {
        Table current = db.getTable("current");
        Row account = current.get(1).orElseThrow();
        if (attempts.incrementAndGet() == 1) {
            new Crew(1, other -> current.update(added(account, 1), field("id").eq(1))).run();
        }
        current.update(added(account, 100), field("id").eq(1));
    }
}
