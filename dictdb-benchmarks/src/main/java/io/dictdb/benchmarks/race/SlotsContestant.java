package io.dictdb.benchmarks.race;

import static io.dictdb.benchmarks.race.Locked.under;
import static java.util.Objects.requireNonNull;

import io.dictdb.benchmarks.Transactions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What one writes by hand when updates are many: objects that change in place behind a lock for readers and writers, found by their indexes wherever they are. */
final class SlotsContestant implements Contestant, Session {
    private static final class Slot {
        private final long id;
        private final long customer;
        private final double amount;
        private String date;
        private String status;

        Slot(Tx row) {
            this.id = row.id();
            this.customer = row.customer();
            this.amount = row.amount();
            this.date = row.date();
            this.status = row.status();
        }

        double digest() {
            return Tx.digest(id, customer, amount, date, status);
        }

        Tx row() {
            return new Tx(id, customer, amount, date, status);
        }
    }

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final boolean indexed;
    private final Map<Long, Slot> byId = new HashMap<>();
    private final Map<Long, List<Slot>> byCustomer = new HashMap<>();
    private final TreeMap<Double, Slot> byAmount = new TreeMap<>();
    private final TreeMap<String, Set<Slot>> byDate = new TreeMap<>();

    SlotsContestant(boolean indexed) {
        this.indexed = indexed;
    }

    @Override
    public void load(long from, long to) {
        for (long id = from; id < to; id++) {
            add(new Slot(Tx.of(id)));
        }
    }

    private boolean add(Slot slot) {
        byId.put(slot.id, slot);
        if (indexed) {
            byCustomer.computeIfAbsent(slot.customer, key -> new ArrayList<>()).add(slot);
            byAmount.put(slot.amount, slot);
            byDate.computeIfAbsent(slot.date, key -> new LinkedHashSet<>()).add(slot);
        }
        return true;
    }

    private boolean remove(Slot slot) {
        byId.remove(slot.id);
        requireNonNull(byCustomer.get(slot.customer)).remove(slot);
        byAmount.remove(slot.amount);
        return requireNonNull(byDate.get(slot.date)).remove(slot);
    }

    @Override
    public Session session() {
        return this;
    }

    @Override
    public void save(Path target) {
        under(lock.readLock(), () -> {
            JsonRows.save(() -> byId.values().stream().map(Slot::row).iterator(), target);
            return true;
        });
    }

    @Override
    public void restore(Path source) {
        JsonRows.load(source, row -> add(new Slot(row)));
    }

    @Override
    public void close() {
        // the collector does
    }

    @Override
    public void insert(long id) {
        boolean unused = under(lock.writeLock(), () -> add(new Slot(Tx.of(id))));
    }

    @Override
    public double get(long id) {
        return under(lock.readLock(), () -> requireNonNull(byId.get(id)).digest());
    }

    @Override
    public Answer customer(long customer) {
        return under(lock.readLock(), () -> Answer.of(requireNonNull(byCustomer.get(customer)), Slot::digest));
    }

    @Override
    public Answer range(double low, double high) {
        return under(lock.readLock(), () -> Answer.of(byAmount.subMap(low, high).values(), Slot::digest));
    }

    @Override
    public Answer top() {
        return under(lock.readLock(), () -> Answer.of(byAmount.descendingMap().values(), Slot::digest, 10));
    }

    @Override
    public Answer scan(long customers) {
        return under(lock.readLock(), () -> {
            Answer answer = Answer.NONE;
            for (Slot slot : byId.values()) {
                if (slot.customer < customers) {
                    answer = answer.plus(slot.digest());
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
            for (Slot slot : byId.values()) {
                counts[(int) slot.customer]++;
                sums[(int) slot.customer] += slot.amount;
            }
            return Groups.read(counts, sums);
        });
    }

    @Override
    public void status(long id, String status) {
        String unused = under(lock.writeLock(), () -> requireNonNull(byId.get(id)).status = status);
    }

    @Override
    public void date(long id, String date) {
        boolean unused = under(lock.writeLock(), () -> {
            Slot slot = requireNonNull(byId.get(id));
            requireNonNull(byDate.get(slot.date)).remove(slot);
            slot.date = date;
            return byDate.computeIfAbsent(date, key -> new LinkedHashSet<>()).add(slot);
        });
    }

    @Override
    public void delete(long id) {
        boolean unused = under(lock.writeLock(), () -> remove(requireNonNull(byId.get(id))));
    }
}
