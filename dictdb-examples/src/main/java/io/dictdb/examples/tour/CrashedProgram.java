package io.dictdb.examples.tour;

import io.dictdb.DictDB;
import io.dictdb.SyncPolicy;
import java.nio.file.Path;
import java.util.Map;

/** A program that writes orders into a durable store, and prints the number of each that was acknowledged, until somebody kills it. */
final class CrashedProgram {
    private CrashedProgram() {}

    public static void main(String[] args) {
        Path store = Path.of(args[0]);
        DictDB db = DictDB.builder()
                .directory(store)
                .syncPolicy(SyncPolicy.EVERY_COMMIT)
                .open();
        db.createTable("orders").createIndex("customer");
        db.createTable("customers", "name");
        for (long order = 1; !Thread.currentThread().isInterrupted(); order++) {
            write(db, order);
            System.out.println(order);
        }
    }

    private static void write(DictDB db, long order) {
        String customer = "customer " + order % 10;
        db.transact(tx -> {
            tx.getTable("orders").insert(Map.of("id", order, "customer", customer));
            tx.getTable("customers").upsert(Map.of("name", customer, "last", order));
        });
    }
}
