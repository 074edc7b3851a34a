package io.dictdb.logging;

import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file that is appended to, and perhaps put aside now and then. A line is in the hands of the operating system when {@code doAppend} returns; threads that write at once share the call that does so. */
final class LogFile extends RollingFileAppender<LogEvent> {
    private final Path path;

    /** Whether something has been written that was not flushed; guarded by the lock of the stream. */
    private boolean dirty;

    LogFile(Path path) {
        this.path = path;
        setImmediateFlush(false);
        setFile(path.toString());
    }

    Path path() {
        return path;
    }

    /**
     * The file as it is compared with others.
     *
     * @throws IllegalArgumentException if it can be none
     */
    static Path checked(Path file) {
        if (!file.getFileSystem().equals(FileSystems.getDefault())) {
            throw new IllegalArgumentException("A log is written to a file of the machine, not to " + file.toUri());
        }
        Path absolute = file.toAbsolutePath().normalize();
        if (absolute.getFileName() == null) {
            throw new IllegalArgumentException("No log can be written to " + file + ": that is a directory");
        }
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            return absolute; // it is not there yet
        }
    }

    @Override
    public void openFile(String name) throws IOException {
        streamWriteLock.lock();
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            setOutputStream(new WholeLines(path, e -> addError("A line was lost: " + path, e)));
        } finally {
            streamWriteLock.unlock();
        }
    }

    @Override
    protected void updateByteCount(byte[] bytes) {
        super.updateByteCount(bytes);
        dirty = true;
    }

    @Override
    protected void subAppend(LogEvent event) {
        super.subAppend(event);
        streamWriteLock.lock();
        try {
            if (dirty) {
                dirty = false;
                getOutputStream().flush();
            }
        } catch (IOException e) {
            addError("What was logged could not be flushed", e);
        } finally {
            streamWriteLock.unlock();
        }
    }
}
