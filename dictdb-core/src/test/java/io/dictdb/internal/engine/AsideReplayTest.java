package io.dictdb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.internal.journal.CommitVisitor;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* The other visitor is shown the same steps in the same order, and nobody waits for ever when it fails. */
class AsideReplayTest {
    private static final TableDescription TABLE = new TableDescription("t", "id", Optional.empty(), List.of(), 0L);

    /** Writes down what it is shown; throws at a commit. */
    private static final class Notes implements CommitVisitor<RuntimeException> {
        private final List<String> all = new ArrayList<>();
        private final long last;

        Notes(long last) {
            this.last = last;
        }

        @Override
        public boolean commit(long sequence, long previous, Instant at) {
            if (sequence > last) {
                throw new IllegalArgumentException("enough");
            }
            return all.add(sequence + " follows " + previous + " at " + at);
        }

        private void note(String step) {
            all.add(step);
        }

        @Override
        public void end() {
            note("end");
        }

        @Override
        public void dropped(String table) {
            note("drop " + table);
        }

        @Override
        public void created(TableDescription table) {
            note("create " + table);
        }

        @Override
        public void table(String name) {
            note("table " + name);
        }

        @Override
        public void indexes(List<IndexDescription> indexes) {
            note("indexes " + indexes);
        }

        @Override
        public void highestKey(Number key) {
            note("highest " + key);
        }

        @Override
        public void cleared() {
            note("clear");
        }

        @Override
        public void deleted(Object key) {
            note("delete " + key);
        }

        @Override
        public void put(ShapedMap record) {
            note("put " + record);
        }
    }

    private static void show(CommitVisitor<RuntimeException> visitor, int commits) {
        for (int i = 1; i <= commits; i++) {
            boolean unused = visitor.commit(i * 2L, i * 2L - 2, Instant.ofEpochSecond(i));
            visitor.table("t" + i);
            visitor.put(FrozenMap.record(Map.of("id", i)));
            visitor.deleted(i);
            if (i % 100 == 0) {
                visitor.dropped("t" + i);
                visitor.created(TABLE);
                visitor.indexes(List.of());
                visitor.highestKey(i);
                visitor.cleared();
            }
            visitor.end();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 800, 820, 10_000, 50_000})
    void theSameSteps(int commits) {
        Notes expected = new Notes(Long.MAX_VALUE);
        show(expected, commits);
        Notes shown = new Notes(Long.MAX_VALUE);
        AsideReplay aside = new AsideReplay(shown);
        show(aside, commits);
        aside.finish();
        aside.giveUp();
        assertThat(shown.all).isEqualTo(expected.all);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 90_000, 100_000 - 1})
    void oneThatFails(int last) {
        Notes shown = new Notes(last);
        AsideReplay aside = new AsideReplay(shown);
        show(aside, 50_000);
        assertThatThrownBy(aside::finish).hasMessage("enough");
        aside.giveUp();
        assertThat(shown.all.stream().filter(note -> note.equals("end")).count())
                .isEqualTo(last / 2);
    }

    @Test
    void oneThatIsGivenUp() {
        AsideReplay aside = new AsideReplay(new Notes(1_000));
        show(aside, 20_000);
        aside.giveUp();
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("dictdb-recovery")))
                .allSatisfy(thread -> {
                    thread.join(10_000);
                    assertThat(thread.isAlive()).isFalse();
                });
    }

    @Test
    void onAThreadThatIsInterrupted() {
        Notes shown = new Notes(Long.MAX_VALUE);
        AsideReplay aside = new AsideReplay(shown);
        Thread.currentThread().interrupt();
        show(aside, 20_000);
        aside.finish();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(shown.all).hasSizeGreaterThan(80_000);
    }
}
