package io.dictdb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.StorageException;
import io.dictdb.SyncPolicy;
import io.dictdb.durable.Stores;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.journal.Journal;
import io.dictdb.internal.journal.JournalEnd;
import io.dictdb.internal.journal.SegmentWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* A journal whose checksums are right and whose commits are not: the first that makes no sense is named, and all before it can be had. */
class NonsenseTest {
    private static final int BEFORE = 20_000; // more than is done on the reader's own thread

    @TempDir
    Path directory;

    private Path store;

    private static final class Nobody implements Journal.Listener<String> {
        @Override
        public void durable(String commit) {}

        @Override
        public void refused(Runnable forget) {}

        @Override
        public void broken(StorageException cause) {}

        @Override
        public void advanced() {}
    }

    private void write(JournalEnd end, long... deleted) {
        SegmentWriter writer = new SegmentWriter(Disk.HERE, store, Clock.systemUTC(), end);
        Journal<String> journal = new Journal<>(SyncPolicy.NEVER, writer, new Nobody(), Runnable::run, () -> {}, 0);
        for (int i = 0; i < deleted.length; i++) {
            long key = deleted[i];
            journal.append(end.sequence() + i + 1, Instant.EPOCH, "", out -> {
                out.table("t");
                out.deleted(key);
            });
        }
        journal.close();
    }

    @BeforeEach
    void begin() {
        store = directory.resolve("store");
        try (DictDB db = Stores.unimaged(store)) {
            db.createTable("t");
            for (int i = 0; i < BEFORE; i++) {
                db.getTable("t").insert(Map.of("v", i));
            }
        }
        JournalEnd end = new StoreRecovery(new StoreFiles(Disk.HERE, store), EditRules.DEFAULT).end();
        write(end, 7, 8, 8, 9, 10);
    }

    @Test
    void isNamed() {
        CorruptFileException e = catchThrowableOfType(CorruptFileException.class, () -> Stores.unimaged(store));
        assertThat(e.sequence()).hasValue(BEFORE + 4);
        assertThat(e).hasMessageContaining("table 't' has no record with key 8");
    }

    @Test
    void allBeforeItIsSalvaged() {
        Path copy = directory.resolve("copy");
        try (DictDB db = DictDB.builder().directory(store).salvageInto(copy).open()) {
            assertThat(db.sequence()).isEqualTo(BEFORE + 3);
            assertThat(db.getTable("t").count()).isEqualTo(BEFORE - 2);
            assertThat(db.getTable("t").get(8L)).isEmpty();
            assertThat(db.getTable("t").get(9L)).isPresent();
        }
        assertThatThrownBy(() -> Stores.unimaged(store)).isInstanceOf(CorruptFileException.class);
    }
}
