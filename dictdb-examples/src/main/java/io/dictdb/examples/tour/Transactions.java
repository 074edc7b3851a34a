package io.dictdb.examples.tour;

import io.dictdb.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/*
 * Made-up payments whose totals are known without adding them up. Transaction i belongs to customer i mod 1000 and to the day i mod 28 of
 * February; each ninth is open, the others are paid; 9 shares no factor with 1000 and 28, so that every customer and every day has both
 * sorts. The amounts are 0.99, 1.98 and so on up to rows × 0.99, each once: the seed decides which transaction has which, and no seed changes
 * their sum.
 */
final class Transactions {
    static final int CUSTOMERS = 1_000;
    static final int DAYS = 28;
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 1);
    private static final int OPEN = 9;

    private final int[] multiples;

    /** So many transactions, shuffled with that seed. */
    Transactions(int rows, long seed) {
        this.multiples = IntStream.rangeClosed(1, rows).toArray();
        Random random = new Random(seed);
        for (int i = rows - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = multiples[i];
            multiples[i] = multiples[j];
            multiples[j] = kept;
        }
    }

    static Schema schema() {
        return Schema.builder()
                .field("id", Long.class)
                .field("customer_id", Long.class)
                .field("amount", Double.class)
                .field("date", LocalDate.class)
                .field("status", String.class)
                .build();
    }

    int rows() {
        return multiples.length;
    }

    /** All transactions in batches, made one batch at a time. */
    Stream<List<Map<String, Object>>> batches(int size) {
        int batches = (rows() + size - 1) / size;
        return IntStream.range(0, batches).mapToObj(b -> batch(b * size, Math.min(rows(), (b + 1) * size)));
    }

    private List<Map<String, Object>> batch(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> transaction(i + 1)).toList();
    }

    /** The transaction with an id from 1 to rows. */
    Map<String, Object> transaction(int id) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("customer_id", id % CUSTOMERS);
        record.put("amount", amount(multiples[id - 1]));
        record.put("date", FIRST_DAY.plusDays(id % DAYS));
        record.put("status", id % OPEN == 0 ? "open" : "paid");
        return record;
    }

    /** So many times 0.99, exactly as a decimal has it. */
    static double amount(int multiple) {
        return multiple * 99L / 100.0;
    }

    /** The sum of all amounts. */
    double total() {
        return rows() * (rows() + 1L) * 99L / 200.0;
    }

    /** How many transactions a customer has. */
    int ofCustomer(int customer) {
        return withRemainder(customer, CUSTOMERS);
    }

    /** How many transactions are open. */
    int open() {
        return withRemainder(0, OPEN);
    }

    /** How many of the ids from 1 to rows leave that remainder. */
    private int withRemainder(int remainder, int divisor) {
        return Math.floorDiv(rows() - remainder, divisor) + (remainder > 0 ? 1 : 0);
    }
}
