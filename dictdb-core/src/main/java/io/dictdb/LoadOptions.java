package io.dictdb;

import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Limits;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a file is loaded, and what it may hold at most. Immutable: each method that takes a value returns a new object.
 *
 * <p>The defaults load whatever this library saves. For files of strangers the limits can be made smaller. A file that exceeds one is a
 * {@link CorruptFileException} that names the limit; what has been read of it is thrown away.
 */
public final class LoadOptions {
    private static final Bounds WIDEST =
            new Bounds(Limits.DEPTH, Limits.DIGITS, Limits.STRING_CHARS, Integer.MAX_VALUE, 100);
    private static final LoadOptions DEFAULTS = new LoadOptions(null, null, WIDEST, false, bytes -> {});

    private final @Nullable FileFormat format;
    private final @Nullable Path directory;
    private final Bounds bounds;
    private final boolean setsAsLists;
    private final LongConsumer progress;

    private record Bounds(int depth, int digits, int stringLength, int records, int expansion) {}

    private LoadOptions(
            @Nullable FileFormat format,
            @Nullable Path directory,
            Bounds bounds,
            boolean setsAsLists,
            LongConsumer progress) {
        this.format = format;
        this.directory = directory;
        this.bounds = bounds;
        this.setsAsLists = setsAsLists;
        this.progress = progress;
    }

    private LoadOptions bounded(Bounds b) {
        return new LoadOptions(format, directory, b, setsAsLists, progress);
    }

    /**
     * The defaults: the format recognised from the content, limits as large as those of values, any directory.
     *
     * @return the options to start from
     */
    public static LoadOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The file's format; otherwise it is recognised from the content.
     *
     * @param f the format
     * @return a copy with it
     */
    public LoadOptions format(FileFormat f) {
        return new LoadOptions(Arguments.notNull(f, "format"), directory, bounds, setsAsLists, progress);
    }

    /**
     * The directory that the file must be in, directly or deeper, after {@code ..} and links have been followed. A file that is elsewhere is not opened:
     * {@link StorageException}.
     *
     * @param d the directory
     * @return a copy with it
     */
    public LoadOptions allowedDirectory(Path d) {
        return new LoadOptions(format, Arguments.notNull(d, "directory"), bounds, setsAsLists, progress);
    }

    /**
     * How deep lists and maps may be nested.
     *
     * @param levels 1 to 500, the default
     * @return a copy with that limit
     */
    public LoadOptions maxDepth(int levels) {
        within("depth", levels, Limits.DEPTH);
        return bounded(new Bounds(levels, bounds.digits, bounds.stringLength, bounds.records, bounds.expansion));
    }

    /**
     * How many digits a number may have.
     *
     * @param n 1 to 1,000, the default
     * @return a copy with that limit
     */
    public LoadOptions maxDigits(int n) {
        within("digits", n, Limits.DIGITS);
        return bounded(new Bounds(bounds.depth, n, bounds.stringLength, bounds.records, bounds.expansion));
    }

    /**
     * How many characters a string may have.
     *
     * @param chars 1 to 20,000,000, the default
     * @return a copy with that limit
     */
    public LoadOptions maxStringLength(int chars) {
        within("string length", chars, Limits.STRING_CHARS);
        return bounded(new Bounds(bounds.depth, bounds.digits, chars, bounds.records, bounds.expansion));
    }

    /**
     * How many records the file may hold over all tables.
     *
     * @param n at least 1; no limit by default
     * @return a copy with that limit
     */
    public LoadOptions maxRecords(int n) {
        within("records", n, Integer.MAX_VALUE);
        return bounded(new Bounds(bounds.depth, bounds.digits, bounds.stringLength, n, bounds.expansion));
    }

    /**
     * How many times its own size a compressed file may expand to, once it has expanded to more than 64 MiB.
     *
     * @param times at least 1; 100 by default
     * @return a copy with that limit
     */
    public LoadOptions maxExpansion(int times) {
        within("expansion", times, Integer.MAX_VALUE);
        return bounded(new Bounds(bounds.depth, bounds.digits, bounds.stringLength, bounds.records, times));
    }

    /**
     * Whether sets, which other systems' files may hold and tables cannot, become lists, in the file's order; otherwise they are refused, naming table, key
     * and field.
     *
     * @param convert true to convert them
     * @return a copy with that setting
     */
    public LoadOptions setsAsLists(boolean convert) {
        return new LoadOptions(format, directory, bounds, convert, progress);
    }

    /**
     * Told the number of bytes of the file read so far, now and then and at the end, on the loading thread. What it throws ends the loading and reaches the
     * caller.
     *
     * @param listener the listener
     * @return a copy with it
     */
    public LoadOptions progress(LongConsumer listener) {
        return new LoadOptions(format, directory, bounds, setsAsLists, Arguments.notNull(listener, "progress"));
    }

    private static void within(String what, int value, int most) {
        Arguments.require(
                value >= 1 && value <= most, "the limit of %s must be from 1 to %s, got %s", what, most, value);
    }

    /**
     * The format.
     *
     * @return the format, empty when it is recognised
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
     * The limit of nesting.
     *
     * @return levels
     */
    public int maxDepth() {
        return bounds.depth;
    }

    /**
     * The limit of numbers.
     *
     * @return digits
     */
    public int maxDigits() {
        return bounds.digits;
    }

    /**
     * The limit of strings.
     *
     * @return characters
     */
    public int maxStringLength() {
        return bounds.stringLength;
    }

    /**
     * The limit of records.
     *
     * @return records over all tables
     */
    public int maxRecords() {
        return bounds.records;
    }

    /**
     * The limit of expansion.
     *
     * @return times
     */
    public int maxExpansion() {
        return bounds.expansion;
    }

    /**
     * Whether sets become lists.
     *
     * @return false when they are refused
     */
    public boolean setsAsLists() {
        return setsAsLists;
    }

    /**
     * The listener.
     *
     * @return told the bytes read so far
     */
    public LongConsumer progress() {
        return progress;
    }
}
