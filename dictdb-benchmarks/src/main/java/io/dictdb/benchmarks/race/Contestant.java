package io.dictdb.benchmarks.race;

import java.nio.file.Path;

/** An engine with an empty table of transactions, in memory. */
interface Contestant extends AutoCloseable {
    /** Puts the transactions with these numbers into it, the fastest way it has; afterwards its indexes answer. */
    void load(long from, long to) throws Exception;

    /** What one thread works with. */
    Session session() throws Exception;

    /** Writes everything to a file or directory in its own form. */
    void save(Path target) throws Exception;

    /** Reads what {@link #save} wrote into this one, which is empty; afterwards its indexes answer. */
    void restore(Path source) throws Exception;

    /** Bytes outside of the heap; 0 if there are none to speak of. */
    default long nativeBytes() throws Exception {
        return 0;
    }

    @Override
    void close() throws Exception;
}
