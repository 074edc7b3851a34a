package io.dictdb.benchmarks;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table that all measurements share: id, customer_id of 1,000 values, amount that ascends, date of 28 texts, status of two; a hash index on
 * customer_id, sorted ones on amount and date.
 */
public final class Transactions {
    /** The table's name. */
    public static final String NAME = "transactions";

    /** How many customers there are. */
    public static final int CUSTOMERS = 1_000;

    static final int DAYS = 28;

    private Transactions() {}

    /** Transaction number {@code id} as a record. */
    public static Map<String, Object> record(long id) {
        Map<String, Object> record = new LinkedHashMap<>(8);
        record.put("id", id);
        record.put("customer_id", id % CUSTOMERS);
        record.put("amount", amount(id));
        record.put("date", day(id));
        record.put("status", status(id));
        return record;
    }

    /** Its amount. */
    public static double amount(long id) {
        return id * 0.99;
    }

    /** Its status. */
    public static String status(long id) {
        return id % 2 == 0 ? "completed" : "pending";
    }

    /** Its date. */
    public static String day(long id) {
        long day = id % DAYS + 1;
        return day < 10 ? "2026-02-0" + day : "2026-02-" + day;
    }

    /** An empty table with the three indexes. */
    public static Table indexed(DictDB db) {
        Table table = db.createTable(NAME);
        table.createIndex("customer_id", IndexType.HASH);
        table.createIndex("amount", IndexType.SORTED);
        table.createIndex("date", IndexType.SORTED);
        return table;
    }

    /** Inserts the records of some ids, in batches. */
    public static void load(Table table, long from, long to, int batch) {
        for (long start = from; start < to; start += batch) {
            List<Map<String, Object>> records = new ArrayList<>(batch);
            for (long id = start; id < Math.min(to, start + batch); id++) {
                records.add(record(id));
            }
            table.insert(records);
        }
    }

    /** Reads all five fields of a row. */
    public static double read(Row row) {
        return number(row.getLong("id"))
                + number(row.getLong("customer_id"))
                + number(row.getDouble("amount"))
                + length(row.getString("date"))
                + length(row.getString("status"));
    }

    /** A number that is there. */
    public static double number(@Nullable Number value) {
        return Objects.requireNonNull(value).doubleValue();
    }

    private static int length(@Nullable String value) {
        return Objects.requireNonNull(value).length();
    }
}
