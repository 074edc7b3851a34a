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
final class Transactions {
    static final int CUSTOMERS = 1_000;
    static final int DAYS = 28;

    private Transactions() {}

    static Map<String, Object> record(long id) {
        Map<String, Object> record = new LinkedHashMap<>(8);
        record.put("id", id);
        record.put("customer_id", id % CUSTOMERS);
        record.put("amount", id * 0.99);
        record.put("date", day(id));
        record.put("status", id % 2 == 0 ? "completed" : "pending");
        return record;
    }

    static String day(long id) {
        long day = id % DAYS + 1;
        return day < 10 ? "2026-02-0" + day : "2026-02-" + day;
    }

    static Table indexed(DictDB db) {
        Table table = db.createTable("transactions");
        table.createIndex("customer_id", IndexType.HASH);
        table.createIndex("amount", IndexType.SORTED);
        table.createIndex("date", IndexType.SORTED);
        return table;
    }

    /** Inserts the records of some ids, in batches. */
    static void load(Table table, long from, long to, int batch) {
        for (long start = from; start < to; start += batch) {
            List<Map<String, Object>> records = new ArrayList<>(batch);
            for (long id = start; id < Math.min(to, start + batch); id++) {
                records.add(record(id));
            }
            table.insert(records);
        }
    }

    /** Reads all five fields of a row. */
    static double read(Row row) {
        return number(row.getLong("id"))
                + number(row.getLong("customer_id"))
                + number(row.getDouble("amount"))
                + length(row.getString("date"))
                + length(row.getString("status"));
    }

    static double number(@Nullable Number value) {
        return Objects.requireNonNull(value).doubleValue();
    }

    private static int length(@Nullable String value) {
        return Objects.requireNonNull(value).length();
    }
}
