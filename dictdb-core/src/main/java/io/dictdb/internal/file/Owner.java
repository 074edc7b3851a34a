package io.dictdb.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A lock of the operating system's on a file that tells who has it. It ends with the process, so none is ever stale. What is locked is a byte far behind the text, because where locks are
 * mandatory nobody else could read that.
 */
final class Owner implements Closeable {
    private static final long BYTE = Long.MAX_VALUE - 1;
    private static final int MOST = 200;

    private final RandomAccessFile file;
    private final Runnable released;

    private Owner(RandomAccessFile file, Runnable released) {
        this.file = file;
        this.released = released;
    }

    /** @param released what is done when it is closed */
    static Owner of(Path path, Runnable released) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            lock(file);
            file.setLength(0);
            file.write(here().getBytes(StandardCharsets.UTF_8));
            return new Owner(file, released);
        } catch (IOException | RuntimeException e) {
            try (file) {
                throw e;
            }
        }
    }

    private static void lock(RandomAccessFile file) throws IOException {
        FileLock lock;
        try {
            lock = file.getChannel().tryLock(BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            throw new Storage.AlreadyOwned(here()); // by another copy of this library in this process
        }
        if (lock == null) {
            throw new Storage.AlreadyOwned(told(file));
        }
    }

    private static String told(RandomAccessFile file) throws IOException {
        byte[] text = new byte[(int) Math.min(MOST, file.length())];
        file.readFully(text);
        return text.length == 0 ? "another process" : new String(text, StandardCharsets.UTF_8);
    }

    /** This process, in words. */
    static String here() {
        return "process " + ProcessHandle.current().pid();
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            released.run();
        }
    }
}
