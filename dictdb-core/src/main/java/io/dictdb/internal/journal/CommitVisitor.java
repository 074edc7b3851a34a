package io.dictdb.internal.journal;

import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.time.Instant;
import java.util.List;

/** Is shown commits, one after the other. */
public interface CommitVisitor extends CommitSteps<RuntimeException> {
    /** A commit begins. */
    void commit(long sequence, long previous, Instant at);

    /** It has ended. */
    void end();

    /** Looks away. */
    CommitVisitor NONE = new CommitVisitor() {
        @Override
        public void commit(long sequence, long previous, Instant at) {}

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
