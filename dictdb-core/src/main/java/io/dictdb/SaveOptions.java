package io.dictdb;

import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** How a database is saved. Immutable: each method that takes a value returns a new object. */
public final class SaveOptions {
    private static final SaveOptions DEFAULTS = new SaveOptions(null, null, bytes -> {});

    private final @Nullable FileFormat format;
    private final @Nullable Path directory;
    private final LongConsumer progress;

    private SaveOptions(@Nullable FileFormat format, @Nullable Path directory, LongConsumer progress) {
        this.format = format;
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * The defaults: the format by the file's extension, any directory.
     *
     * @return the options to start from
     */
    public static SaveOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The file's format; otherwise its extension tells it.
     *
     * @param f the format
     * @return a copy with it
     */
    public SaveOptions format(FileFormat f) {
        return new SaveOptions(Arguments.notNull(f, "format"), directory, progress);
    }

    /**
     * The directory that the file must be in, directly or deeper, after {@code ..} and links have been followed. Nothing is written elsewhere:
     * {@link StorageException}.
     *
     * @param d the directory
     * @return a copy with it
     */
    public SaveOptions allowedDirectory(Path d) {
        return new SaveOptions(format, Arguments.notNull(d, "directory"), progress);
    }

    /**
     * Told the number of bytes written so far, now and then and at the end, on the saving thread. What it throws ends the saving, leaves the old file,
     * and reaches the caller.
     *
     * @param listener the listener
     * @return a copy with it
     */
    public SaveOptions progress(LongConsumer listener) {
        return new SaveOptions(format, directory, Arguments.notNull(listener, "progress"));
    }

    /**
     * The format.
     *
     * @return the format, empty when the extension tells it
     */
    public Optional<FileFormat> format() {
        return Optional.ofNullable(format);
    }

    /**
     * The allowed directory.
     *
     * @return the directory, empty when any is allowed
     */
    public Optional<Path> allowedDirectory() {
        return Optional.ofNullable(directory);
    }

    /**
     * The listener.
     *
     * @return told the bytes written so far
     */
    public LongConsumer progress() {
        return progress;
    }
}
