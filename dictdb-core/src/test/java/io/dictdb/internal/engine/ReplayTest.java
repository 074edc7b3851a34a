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

/* However much is gathered before it is done, and wherever it begins, the same comes of it, and what was there before stays as it was. */
class ReplayTest {
    private final long seed = Long.getLong("dictdb.seed", System.nanoTime());

    @TempDir
    Path directory;

    private void change(int often) {
        System.out.println("ReplayTest: again with -Ddictdb.seed=" + seed);
        try (DictDB db = Stores.unimaged(directory)) {
            new RandomChanges(db, seed + often).make(often);
        }
    }

    private Root replayed(Root base, long most) {
        Replay replay = new Replay(EditRules.DEFAULT, base, Until.END, most);
        new JournalInput(Disk.HERE, directory).read(base.sequence(), replay);
        return replay.root();
    }

    private static DictDB database(Root root) {
        return Engine.of(EditRules.DEFAULT, root.indexed(Steps.NONE));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3_000, 100_000, Long.MAX_VALUE})
    void aHistory(long most) {
        change(3_000);
        try (DictDB db = Stores.unimaged(directory);
                DictDB replayed = database(replayed(Root.EMPTY, most))) {
            Same.require(replayed, db);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 2_500})
    void whatWasThereBeforeStaysAsItWas(int often) {
        change(often);
        Root before = replayed(Root.EMPTY, 1_000);
        DictDB again = database(replayed(Root.EMPTY, 1_000));
        change(3_000 - often);
        try (DictDB db = Stores.unimaged(directory);
                DictDB after = database(replayed(before, 1_000));
                DictDB then = database(before)) {
            Same.require(after, db);
            Same.require(then, again);
        }
    }
}
