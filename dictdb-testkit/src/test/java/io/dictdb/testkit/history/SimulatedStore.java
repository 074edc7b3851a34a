package io.dictdb.testkit.history;

import io.dictdb.testkit.Choices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists in all their versions, for one thread that plays many clients. */
final class SimulatedStore {
    private static final int OLDEST = 5;

    final Isolation isolation;
    private final Choices choices;
    private final Map<Long, TreeMap<Long, List<Long>>> versions = new HashMap<>();
    private long commits;

    SimulatedStore(Isolation isolation, Choices choices) {
        this.isolation = isolation;
        this.choices = choices;
    }

    Session begin(boolean mayBeStale) {
        return new Session(mayBeStale && isolation == Isolation.STALE ? choices.upTo(OLDEST) : 0);
    }

    private List<Long> read(long key, long at) {
        TreeMap<Long, List<Long>> all = versions.get(key);
        return all == null || all.floorKey(at) == null
                ? List.of()
                : all.floorEntry(at).getValue();
    }

    private void write(long key, List<Long> list) {
        versions.computeIfAbsent(key, k -> new TreeMap<>()).put(commits, list);
    }

    private static List<Long> plus(List<Long> list, List<Long> more) {
        List<Long> sum = new ArrayList<>(list);
        sum.addAll(more);
        return sum;
    }

    /** A transaction. */
    final class Session {
        private final long snapshot;
        private final TreeMap<Long, List<Long>> own = new TreeMap<>();
        private final TreeSet<Long> read = new TreeSet<>();

        private Session(long age) {
            this.snapshot = commits - age;
        }

        Op execute(Op op) {
            if (op instanceof Op.Append append) {
                append(append.key(), append.value());
                return append;
            }
            read.add(op.key());
            return new Op.Read(op.key(), plus(SimulatedStore.this.read(op.key(), visible()), own(op.key())));
        }

        private List<Long> own(long key) {
            return isolation == Isolation.READ_UNCOMMITTED ? List.of() : own.getOrDefault(key, List.of());
        }

        private void append(long key, long value) {
            own.merge(key, List.of(value), SimulatedStore::plus);
            if (isolation == Isolation.READ_UNCOMMITTED) {
                write(key, plus(SimulatedStore.this.read(key, commits), List.of(value)));
            }
        }

        private long visible() {
            return switch (isolation) {
                case SERIAL, READ_COMMITTED, READ_UNCOMMITTED -> commits;
                default -> snapshot;
            };
        }

        boolean commit() {
            if (conflicts()) {
                return false;
            }
            if (isolation != Isolation.READ_UNCOMMITTED) {
                long base = isolation == Isolation.LAST_WRITER_WINS ? snapshot : commits;
                commits++;
                own.forEach((key, values) -> write(key, plus(SimulatedStore.this.read(key, base), values)));
            }
            return true;
        }

        private boolean conflicts() {
            return switch (isolation) {
                case OPTIMISTIC -> changed(own.keySet()) || changed(read);
                case STALE -> !own.isEmpty() && (changed(own.keySet()) || changed(read));
                case SNAPSHOT -> changed(own.keySet());
                default -> false;
            };
        }

        private boolean changed(Iterable<Long> keys) {
            for (long key : keys) {
                if (versions.containsKey(key) && versions.get(key).lastKey() > snapshot) {
                    return true;
                }
            }
            return false;
        }

        void abort() {
            if (isolation == Isolation.READ_UNCOMMITTED) {
                own.forEach((key, values) -> {
                    List<Long> rest = new ArrayList<>(SimulatedStore.this.read(key, commits));
                    rest.removeAll(values);
                    write(key, rest);
                });
            }
        }
    }
}
