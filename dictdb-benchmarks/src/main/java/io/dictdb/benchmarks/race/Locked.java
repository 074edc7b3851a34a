package io.dictdb.benchmarks.race;

import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** Work under a lock. */
final class Locked {
    private Locked() {}

    static <T> T under(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
