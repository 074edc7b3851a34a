package io.dictdb.internal.engine;

import io.dictdb.DictDB;
import io.dictdb.durable.Stores;
import io.dictdb.files.RandomChanges;
import io.dictdb.files.Same;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.journal.JournalInput;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* However much is gathered before it is done, the same comes of it. */
class ReplayTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {0, 3_000, 100_000, Long.MAX_VALUE})
    void aHistory(long most) {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("ReplayTest, " + most + " bytes: again with -Ddictdb.seed=" + seed);
        try (DictDB db = Stores.unimaged(directory)) {
            new RandomChanges(db, seed).make(3_000);
        }
        Replay replay = new Replay(EditRules.DEFAULT, Root.EMPTY, Until.END, most);
        new JournalInput(Disk.HERE, directory).read(0, replay);
        try (DictDB db = Stores.unimaged(directory);
                DictDB replayed = Engine.of(EditRules.DEFAULT, replay.root().indexed(Steps.NONE))) {
            Same.require(replayed, db);
        }
    }
}
