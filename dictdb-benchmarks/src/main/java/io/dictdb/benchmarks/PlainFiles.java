package io.dictdb.benchmarks;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.zip.CRC32C;

/** What a durable store asks of the machine, without a store: a file that is appended to and forced, beside others that come, are read back, and go. */
final class PlainFiles {
    private static final int APPENDED = 3_500;
    private static final int APPENDS_PER_FILE = 300;
    private static final int FILE = 2 << 20;
    private static final int PIECE = 64 << 10;

    private final Path folder;
    private final Executor executor;
    private CompletableFuture<?> beside = CompletableFuture.completedFuture(null);

    PlainFiles(Path folder, Executor executor) {
        this.folder = folder;
        this.executor = executor;
    }

    /**
     * Appends and forces once for each place of an array; notes how long each took.
     *
     * @param before what is to be done before each, and counts as part of it
     */
    void append(long[] nanos, Runnable before) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(APPENDED);
        try (FileChannel file = FileChannel.open(folder.resolve("appended.bin"), CREATE_NEW, WRITE)) {
            for (int i = 0; i < nanos.length; i++) {
                if (i % APPENDS_PER_FILE == 0 && beside.isDone()) {
                    beside.join();
                    beside = CompletableFuture.runAsync(this::comeAndGo, executor);
                }
                long begun = System.nanoTime();
                before.run();
                file.write(bytes.clear());
                file.force(false);
                nanos[i] = System.nanoTime() - begun;
            }
        }
        beside.join();
    }

    private void comeAndGo() {
        Path path = folder.resolve("beside.bin");
        try {
            try (FileChannel file = FileChannel.open(path, CREATE_NEW, WRITE)) {
                for (int written = 0; written < FILE; written += PIECE) {
                    file.write(ByteBuffer.allocate(PIECE));
                }
                file.force(false);
            }
            byte[] read = Files.readAllBytes(path);
            new CRC32C().update(read);
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
