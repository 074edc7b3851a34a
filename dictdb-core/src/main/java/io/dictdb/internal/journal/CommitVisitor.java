package io.dictdb.internal.journal;

import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.time.Instant;
import java.util.List;

/**
 * Is shown commits, one after the other.
 *
 * @param <E> what else may be thrown
 */
public interface CommitVisitor<E extends Exception> extends CommitSteps<E> {
    /**
     * A commit begins.
     *
     * @return false when neither this one nor another is wanted: then nothing more is shown
     */
    boolean commit(long sequence, long previous, Instant at) throws E;

    /** It has ended. */
    void end() throws E;

    /** Looks away. */
    CommitVisitor<RuntimeException> NONE = new CommitVisitor<>() {
        @Override
        public boolean commit(long sequence, long previous, Instant at) {
            return true;
        }

        @Override
        public void end() {}

        @Override
        public void dropped(String table) {}

        @Override
        public void created(TableDescription table) {}

        @Override
        public void table(String name) {}

        @Override
        public void indexes(List<IndexDescription> indexes) {}

        @Override
        public void highestKey(Number key) {}

        @Override
        public void cleared() {}

        @Override
        public void deleted(Object key) {}

        @Override
        public void put(ShapedMap record) {}
    };
}
