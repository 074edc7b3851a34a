package io.dictdb.benchmarks.race;

import static io.dictdb.benchmarks.race.Locked.under;
import static java.util.Objects.requireNonNull;

import io.dictdb.benchmarks.Transactions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What one writes by hand: immutable objects in collections behind a lock for readers and writers. A change puts another object in the old one's place everywhere. */
final class PlainContestant implements Contestant, Session {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final boolean indexed;
    private final Map<Long, Tx> byId = new HashMap<>();
    private final Map<Long, List<Tx>> byCustomer = new HashMap<>();
    private final TreeMap<Double, Tx> byAmount = new TreeMap<>();
    private final TreeMap<String, Map<Long, Tx>> byDate = new TreeMap<>();

    PlainContestant(boolean indexed) {
        this.indexed = indexed;
    }

    private void write(Runnable work) {
        under(lock.writeLock(), () -> {
            work.run();
            return true;
        });
    }

    @Override
    public void load(long from, long to) {
        for (long id = from; id < to; id++) {
            add(Tx.of(id));
        }
    }

    private void add(Tx row) {
        byId.put(row.id(), row);
        if (indexed) {
            byCustomer.computeIfAbsent(row.customer(), key -> new ArrayList<>()).add(row);
            byAmount.put(row.amount(), row);
            byDate.computeIfAbsent(row.date(), key -> new LinkedHashMap<>()).put(row.id(), row);
        }
    }

    private void remove(Tx row) {
        byId.remove(row.id());
        List<Tx> customers = requireNonNull(byCustomer.get(row.customer()));
        customers.remove(row);
        byAmount.remove(row.amount());
        requireNonNull(byDate.get(row.date())).remove(row.id());
    }

    private void replace(Tx old, Tx row) {
        byId.put(row.id(), row);
        List<Tx> customers = requireNonNull(byCustomer.get(row.customer()));
        customers.set(customers.indexOf(old), row);
        byAmount.put(row.amount(), row);
        requireNonNull(byDate.get(old.date())).remove(row.id());
        byDate.computeIfAbsent(row.date(), key -> new LinkedHashMap<>()).put(row.id(), row);
    }

    @Override
    public Session session() {
        return this;
    }

    @Override
    public void save(Path target) {
        under(lock.readLock(), () -> {
            JsonRows.save(byId.values(), target);
            return true;
        });
    }

    @Override
    public void restore(Path source) {
        JsonRows.load(source, this::add);
    }

    @Override
    public void close() {
        // the collector does
    }

    @Override
    public void insert(long id) {
        write(() -> add(Tx.of(id)));
    }

    @Override
    public double get(long id) {
        return under(lock.readLock(), () -> requireNonNull(byId.get(id)).digest());
    }

    @Override
    public Answer customer(long customer) {
        return under(lock.readLock(), () -> Answer.of(requireNonNull(byCustomer.get(customer)), Tx::digest));
    }

    @Override
    public Answer range(double low, double high) {
        return under(lock.readLock(), () -> Answer.of(byAmount.subMap(low, high).values(), Tx::digest));
    }

    @Override
    public Answer top() {
        return under(lock.readLock(), () -> Answer.of(byAmount.descendingMap().values(), Tx::digest, 10));
    }

    @Override
    public Answer scan(long customers) {
        return under(lock.readLock(), () -> {
            Answer answer = Answer.NONE;
            for (Tx row : byId.values()) {
                if (row.customer() < customers) {
                    answer = answer.plus(row.digest());
                }
            }
            return answer;
        });
    }

    @Override
    public long count(long customers) {
        return scan(customers).rows();
    }

    @Override
    public Answer groups() {
        return under(lock.readLock(), () -> {
            double[] sums = new double[Transactions.CUSTOMERS];
            long[] counts = new long[Transactions.CUSTOMERS];
            for (Tx row : byId.values()) {
                counts[(int) row.customer()]++;
                sums[(int) row.customer()] += row.amount();
            }
            return Groups.read(counts, sums);
        });
    }

    @Override
    public void status(long id, String status) {
        write(() -> {
            Tx old = requireNonNull(byId.get(id));
            replace(old, old.status(status));
        });
    }

    @Override
    public void date(long id, String date) {
        write(() -> {
            Tx old = requireNonNull(byId.get(id));
            replace(old, old.date(date));
        });
    }

    @Override
    public void delete(long id) {
        write(() -> remove(requireNonNull(byId.get(id))));
    }
}
