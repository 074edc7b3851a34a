package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.FileFormat;
import io.dictdb.LoadOptions;
import io.dictdb.SaveOptions;
import io.dictdb.StorageException;
import io.dictdb.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Saving and loading in the background. */
class AsyncFilesTest {
    @TempDir
    Path directory;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Executor later = waiting::add;

    @Test
    void savesAndLoadsOnThreadsOfItsOwn() {
        DictDB db = Everything.create();
        Path file = directory.resolve("db.ddb");
        db.asyncSave(file).join();
        Same.require(DictDB.asyncLoad(file).join(), db);
        db.asyncSave(file, FileFormat.JSON).join();
        Same.require(DictDB.asyncLoad(file, FileFormat.JSON).join(), db);
    }

    @Test
    void whatIsSavedIsWhatThereWasAtTheCall() {
        DictDB db = Everything.create();
        Path file = directory.resolve("db.json");
        CompletableFuture<Void> saved = db.asyncSave(file, FileFormat.JSON, later);
        db.getTable("values").delete(Dsl.all());
        db.dropTable("typed");
        db.close();
        assertThat(file).doesNotExist();
        waiting.remove().run();
        assertThat(saved).isCompletedWithValue(null);
        Same.require(DictDB.load(file), Everything.create());
    }

    @Test
    void aTransactionSavesWhatItBeganWith() {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        table.insert(Map.of("v", 1));
        Path file = directory.resolve("db.json");
        db.transact(tx -> {
            tx.getTable("t").insert(Map.of("v", 2));
            db.save(file);
        });
        assertThat(DictDB.load(file).getTable("t").count()).isEqualTo(1);
    }

    @Test
    void failuresComeWithTheFuture() {
        Path missing = directory.resolve("none").resolve("db.json");
        assertThatThrownBy(() -> DictDB.create().asyncSave(missing).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StorageException.class);
        assertThatThrownBy(() -> DictDB.asyncLoad(missing).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StorageException.class);
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        assertThat(DictDB.asyncLoad(missing, FileFormat.JSON, full)).isCompletedExceptionally();
        assertThat(DictDB.create().asyncSave(missing, FileFormat.JSON, full)).isCompletedExceptionally();
    }

    @Test
    void cancelledBeforeItBegins() {
        DictDB db = Everything.create();
        Path file = directory.resolve("db.json");
        CompletableFuture<Void> saved = db.asyncSave(file, FileFormat.JSON, later);
        assertThat(saved.cancel(true)).isTrue();
        waiting.remove().run();
        assertThat(file).doesNotExist();
    }

    @Test
    void cancelledInItsMiddle() throws IOException {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        for (int i = 0; i < 2_000; i++) {
            table.insert(Map.of("v", "x".repeat(200) + i));
        }
        Path file = directory.resolve("db.json");
        db.save(file);
        byte[] old = Files.readAllBytes(file);
        CompletableFuture<?>[] future = new CompletableFuture<?>[1];
        long[] told = new long[1];
        future[0] = db.asyncSave(file, SaveOptions.defaults().progress(n -> cancel(future, told, n)), later);
        waiting.remove().run();
        assertThat(told[0]).isPositive().isLessThan(old.length);
        assertThat(future[0]).isCancelled();
        assertThat(file).hasBinaryContent(old);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
        future[0] = DictDB.asyncLoad(file, LoadOptions.defaults().progress(n -> cancel(future, told, n)), later);
        waiting.remove().run();
        assertThat(told[0]).isPositive().isLessThan(old.length);
        assertThatThrownBy(future[0]::join).isInstanceOf(CancellationException.class);
    }

    private static void cancel(CompletableFuture<?>[] future, long[] told, long bytes) {
        told[0] = bytes;
        future[0].cancel(true);
    }
}
