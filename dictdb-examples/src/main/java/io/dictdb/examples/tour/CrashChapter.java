package io.dictdb.examples.tour;

import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.max;

import io.dictdb.DictDB;
import io.dictdb.OpenReport;
import io.dictdb.Row;
import io.dictdb.Table;
import io.dictdb.examples.terminal.Wording;
import io.dictdb.examples.tour.Stopwatch.Timed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A durable store, and a program that is killed in the middle of its work. */
final class CrashChapter implements Chapter {
    private static final int ORDERS = 500;

    private final Path store;
    private long acknowledged;

    /**
     * @param folder where the store goes
     */
    CrashChapter(Path folder) {
        this.store = folder.resolve("store");
    }

    @Override
    public String title() {
        return "A crash: what was acknowledged is there";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("Another process writes orders, and is killed without warning", """
                    DictDB db = DictDB.builder().directory(store)
                            .syncPolicy(SyncPolicy.EVERY_COMMIT).open();
                    process.toHandle().destroyForcibly();     // kill -9, from outside
                    """, this::crash),
                new Step("The store is opened again", """
                    DictDB db = DictDB.open(store);
                    OpenReport report = db.openReport().orElseThrow();
                    """, this::recover));
    }

    private void crash(Page page) {
        long nanos = page.time(() -> {
            acknowledged = killed();
        });
        page.result(
                Wording.count(acknowledged, "order") + " acknowledged", nanos, "the start of a Java machine included");
    }

    /** Lets the program run for a while and kills it; returns the last order that it had printed by then. */
    private long killed() {
        try {
            Process process = started();
            try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
                return lastOrder(process, out);
            } finally {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private Process started() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashedProgram.class.getName(),
                        store.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A line may be cut by the kill: then it shows a lower number. */
    private static long lastOrder(Process process, BufferedReader out) throws IOException {
        long last = 0;
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            last = Math.max(last, line.isEmpty() ? 0 : Long.parseLong(line));
            if (last == ORDERS) {
                boolean unused = process.toHandle().destroyForcibly(); // leaves what is to be read yet
            }
        }
        return last;
    }

    private void recover(Page page) {
        Timed<DictDB> opened = page.time(() -> DictDB.open(store));
        try (DictDB db = opened.result()) {
            OpenReport report = db.openReport().orElseThrow();
            page.result(Wording.count(report.sequence(), "commit"), opened.nanos());
            Table orders = db.getTable("orders");
            long there = orders.count();
            page.check("the program had got to work", true, acknowledged >= ORDERS);
            page.check("every order that was acknowledged is there", true, there >= acknowledged);
            Row highest = orders.aggregate(max("id").as("id")).row();
            page.check("and none is missing in between", there, highest.getLong("id"));
            String customer = "customer " + there % 10;
            Row last = db.getTable("customers").get(customer).orElseThrow();
            page.check("no transaction is there by halves", there, last.getLong("last"));
            page.check(
                    "the index is there too",
                    true,
                    orders.select(field("customer").eq(customer)).count() > 0);
        }
    }
}
