package io.dictdb.proofs.transactions;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Table;
import io.dictdb.TransactionConflictException;
import io.dictdb.testkit.history.ListStore;
import io.dictdb.testkit.history.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lists that grow, kept in two ways in two tables: those of even keys as the value of one record, which is read and written by its key; those of odd keys as a
 * record for each element, which is inserted and found by a condition, with an index. So both kinds of questions that a transaction remembers take part, and phantoms.
 * One transaction in sixteen throws at its end.
 */
final class ListsInTables implements ListStore {
    private final DictDB db;
    private final LongAdder attempts = new LongAdder();
    private final LongAdder executed = new LongAdder();

    ListsInTables(DictDB db) {
        this.db = db;
        if (db.listTables().isEmpty()) {
            db.transact(tx -> {
                tx.createTable("lists");
                tx.createTable("elements").createIndex("list", IndexType.HASH);
            });
        }
    }

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Attempt execute(List<Op> ops) {
        executed.increment();
        boolean givesUp = executed.sum() % 16 == 0;
        try {
            return Attempt.committed(db.transaction(tx -> {
                attempts.increment();
                List<List<Long>> reads = steps(ops, tx.getTable("lists"), tx.getTable("elements"));
                if (givesUp) {
                    throw new GivenUp();
                }
                return reads;
            }));
        } catch (GivenUp | TransactionConflictException e) {
            return Attempt.aborted();
        }
    }

    private static List<List<Long>> steps(List<Op> ops, Table lists, Table elements) {
        List<List<Long>> reads = new ArrayList<>();
        for (Op op : ops) {
            boolean even = op.key() % 2 == 0;
            if (op instanceof Op.Append append) {
                append(even ? lists : elements, even, append);
            } else {
                reads.add(even ? list(lists, op.key()) : elements(elements, op.key()));
            }
        }
        return reads;
    }

    private static void append(Table table, boolean even, Op.Append append) {
        if (even) {
            List<Long> longer = new ArrayList<>(list(table, append.key()));
            longer.add(append.value());
            table.upsert(Map.of("id", append.key(), "list", longer));
        } else {
            table.insert(
                    Map.of("id", append.key() + ":" + append.value(), "list", append.key(), "value", append.value()));
        }
    }

    private static List<Long> list(Table lists, long key) {
        return lists.get(key)
                .map(row -> ((List<?>) row.get("list"))
                        .stream().map(Long.class::cast).toList())
                .orElse(List.of());
    }

    private static List<Long> elements(Table elements, long key) {
        return elements.select(field("list").eq(key)).list().stream()
                .map(row -> row.getLong("value"))
                .toList();
    }

    /** How often work was run that was not the last of its transaction. */
    long repeated() {
        return attempts.sum() - executed.sum();
    }
}
