package io.dictdb.operators;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.dictdb.DictDB;
import io.dictdb.OperationLog;
import io.dictdb.Table;
import io.dictdb.internal.engine.Engine;
import io.dictdb.internal.engine.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/* Each record that comes, changes or goes, once it is switched on: of what was committed, in the order of the thread that did it. */
class OperationLogTest {
    @TempDir
    Path directory;

    private final Heard heard = new Heard("operations", Level.INFO);

    @AfterEach
    void close() {
        heard.close();
        OperationLog.setDefault(OperationLog.off());
    }

    private static DictDB opened(OperationLog options) {
        return DictDB.builder().operationLog(options).open();
    }

    @Test
    void silentUntilAsked() {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        table.insert(Map.of("v", 1));
        assertThat(heard.lines()).isEmpty();
        OperationLog.setDefault(OperationLog.on());
        table.insert(Map.of("v", 2));
        assertThat(heard.lines()).containsExactly("INFO INSERT t id=2");
        OperationLog.setDefault(OperationLog.off());
        table.insert(Map.of("v", 3));
        assertThat(heard.lines()).hasSize(1);
    }

    @Test
    void ownOptionsCountMoreThanTheSharedOnes() {
        OperationLog.setDefault(OperationLog.on());
        opened(OperationLog.off()).createTable("t").insert(Map.of("v", 1));
        assertThat(heard.lines()).isEmpty();
        OperationLog.setDefault(OperationLog.off());
        opened(OperationLog.on()).createTable("t").insert(Map.of("v", 1));
        assertThat(heard.lines()).hasSize(1);
    }

    @Test
    void everyWayToChangeARecord() {
        Table table = opened(OperationLog.on()).createTable("t", "name");
        table.insert(List.of(Map.of("name", "a", "v", 1), Map.of("name", "b", "v", 2), Map.of("name", "c", "v", 3)));
        table.upsert(Map.of("name", "a", "v", 4));
        table.upsert(Map.of("name", "d", "v", 5));
        int unused = table.update(Map.of("v", 6), field("v").ge(4));
        table.update(row -> Map.of("v", 7), field("name").eq("b"));
        table.delete(field("name").eq("a"));
        table.clear();
        assertThat(heard.lines())
                .containsExactly(
                        "INFO INSERT t name='a'",
                        "INFO INSERT t name='b'",
                        "INFO INSERT t name='c'",
                        "INFO UPDATE t name='a'",
                        "INFO INSERT t name='d'",
                        "INFO UPDATE t name='a'",
                        "INFO UPDATE t name='d'",
                        "INFO UPDATE t name='b'",
                        "INFO DELETE t name='a'",
                        "INFO DELETE t name='b'",
                        "INFO DELETE t name='c'",
                        "INFO DELETE t name='d'");
        assertThat(heard.keyValues(0)).isEqualTo("component=operations op=INSERT table=t pk=a commit=2");
    }

    @Test
    void whatWasUndoneIsNotTold() {
        DictDB db = opened(OperationLog.on());
        Table table = db.createTable("t");
        assertThatThrownBy(() -> db.transact(tx -> {
                    table.insert(Map.of("v", 1));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        db.transact(tx -> {
            table.insert(Map.of("v", 1));
            table.insert(Map.of("v", 2));
            table.delete(field("v").eq(1));
        });
        assertThat(heard.lines()).containsExactly("INFO INSERT t id=2");
    }

    @Test
    void valuesOnlyIfAskedForAndKeysHiddenIfWanted() {
        opened(OperationLog.on()).createTable("t").insert(Map.of("secret", "s3cret"));
        assertThat(heard.lines() + heard.keyValues(0)).doesNotContain("s3cret");
        heard.forget();
        Table shown = opened(OperationLog.on().values(true)).createTable("t");
        shown.insert(Map.of("secret", "s3cret"));
        assertThat(heard.lines()).containsExactly("INFO INSERT t id=1: {secret='s3cret', id=1}");
        assertThat(heard.keyValues(0)).contains("record={secret=s3cret, id=1}");
        heard.forget();
        Table hidden = opened(OperationLog.on().maskKeys(true)).createTable("t", "iban");
        hidden.insert(Map.of("iban", "DE02"));
        hidden.delete(all());
        assertThat(heard.lines()).containsExactly("INFO INSERT t iban=***", "INFO DELETE t iban=***");
        assertThat(heard.keyValues(0) + heard.keyValues(1)).doesNotContain("DE02");
    }

    /* A record that is logged with its values holds its key too. */
    @Test
    void hiddenKeysAreHiddenInTheRecordToo() {
        Table hidden = opened(OperationLog.on().values(true).maskKeys(true)).createTable("t", "iban");
        hidden.insert(Map.of("iban", "DE02", "v", 1));
        assertThat(heard.lines().get(0) + heard.keyValues(0)).doesNotContain("DE02");
    }

    /* Rows that are renumbered are no changes. */
    @Test
    void aTableThatIsRenumbered() {
        OperationLog.setDefault(OperationLog.on());
        Table table = Engine.create(Steps.NONE, 1_000).createTable("t");
        for (int i = 1; i <= 3_000; i++) {
            table.insert(Map.of("v", i));
            if (i > 10) {
                table.delete(field("id").eq(i - 10));
            }
        }
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 3_000; i++) {
            expected.add("INFO INSERT t id=" + i);
            if (i > 10) {
                expected.add("INFO DELETE t id=" + (i - 10));
            }
        }
        assertThat(heard.lines()).isEqualTo(expected);
    }

    @Test
    void eachThreadInItsOrder() {
        Table table = opened(OperationLog.on()).createTable("t", "name");
        CompletableFuture<?>[] threads = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 500; i++) {
                        table.insert(Map.of("name", thread + "-" + i));
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(threads).join();
        for (int thread = 0; thread < 4; thread++) {
            String own = thread + "-";
            assertThat(heard.events())
                    .extracting(event -> String.valueOf(event.getKeyValuePairs().get(3).value))
                    .filteredOn(key -> key.startsWith(own))
                    .isEqualTo(IntStream.range(0, 500).mapToObj(i -> own + i).toList());
        }
    }

    @Test
    void aDurableStoreTellsWhatItAcknowledges() {
        try (DictDB db = DictDB.builder()
                .directory(directory.resolve("store"))
                .operationLog(OperationLog.on())
                .open()) {
            db.createTable("t").insert(Map.of("v", 1));
        }
        try (DictDB db = DictDB.open(directory.resolve("store"))) {
            db.getTable("t").insert(Map.of("v", 2));
        }
        assertThat(heard.lines()).containsExactly("INFO INSERT t id=1");
    }

    /* Whoever writes the log may fail in any way. */
    @Test
    void aFaultyLogIsNoConcernOfTheOneWhoChangesSomething() {
        Table table = opened(OperationLog.on()).createTable("t");
        List<Runnable> failures = List.of(
                () -> {
                    throw new IllegalStateException("no");
                },
                () -> {
                    throw new StackOverflowError();
                },
                () -> {
                    throw new AssertionError("no");
                });
        for (Runnable failure : failures) {
            Appender<ILoggingEvent> faulty = new AppenderBase<>() {
                @Override
                public synchronized void doAppend(ILoggingEvent event) {
                    failure.run();
                }

                @Override
                protected void append(ILoggingEvent event) {}
            };
            ch.qos.logback.classic.Logger logger =
                    (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("io.dictdb.operations");
            faulty.start();
            logger.addAppender(faulty);
            table.insert(Map.of("v", 1));
            logger.detachAppender(faulty);
        }
        assertThat(table.count()).isEqualTo(failures.size());
    }
}
