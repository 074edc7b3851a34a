package io.dictdb;

import io.dictdb.internal.value.Arguments;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * How a CSV file is read. Immutable: each method that takes a value returns a new object.
 *
 * <p>The defaults: UTF-8 (a byte order mark is skipped), commas, names in the first line, types inferred, primary key {@code id}.
 */
public final class CsvOptions {
    private static final CsvOptions DEFAULTS =
            new CsvOptions("id", ',', true, StandardCharsets.UTF_8, true, bytes -> {});

    private final String primaryKey;
    private final char delimiter;
    private final boolean header;
    private final Charset charset;
    private final boolean inferTypes;
    private final LongConsumer progress;

    private CsvOptions(
            String primaryKey,
            char delimiter,
            boolean header,
            Charset charset,
            boolean inferTypes,
            LongConsumer progress) {
        this.primaryKey = primaryKey;
        this.delimiter = delimiter;
        this.header = header;
        this.charset = charset;
        this.inferTypes = inferTypes;
        this.progress = progress;
    }

    /**
     * The defaults.
     *
     * @return the options to start from
     */
    public static CsvOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The table's primary key. Where no column has that name, each record gets the next integer.
     *
     * @param field the field's name
     * @return a copy with that key
     */
    public CsvOptions primaryKey(String field) {
        return new CsvOptions(
                Arguments.notNull(field, "primary key"), delimiter, header, charset, inferTypes, progress);
    }

    /**
     * The character between two cells.
     *
     * @param c any character but a quote or a line break
     * @return a copy with that delimiter
     */
    public CsvOptions delimiter(char c) {
        Arguments.require(
                c != '"' && c != '\n' && c != '\r', "the delimiter must not be a quote or a line break, got %s", (int)
                        c);
        return new CsvOptions(primaryKey, c, header, charset, inferTypes, progress);
    }

    /**
     * Whether the first line holds the names; otherwise they are {@code col_0}, {@code col_1} and so on.
     *
     * @param present true when the first line holds the names
     * @return a copy with that setting
     */
    public CsvOptions header(boolean present) {
        return new CsvOptions(primaryKey, delimiter, present, charset, inferTypes, progress);
    }

    /**
     * The file's character set.
     *
     * @param c the character set
     * @return a copy with it
     */
    public CsvOptions charset(Charset c) {
        return new CsvOptions(primaryKey, delimiter, header, Arguments.notNull(c, "charset"), inferTypes, progress);
    }

    /**
     * Whether columns of integers and of decimals become numbers; otherwise every value is a string as it stands in the file. A column is
     * one of numbers only when nothing is lost by it: leading zeros, plus signs, underscores and surrounding blanks make it one of
     * strings. An empty cell is null, in a column of strings the empty string.
     *
     * @param infer true to infer
     * @return a copy with that setting
     */
    public CsvOptions inferTypes(boolean infer) {
        return new CsvOptions(primaryKey, delimiter, header, charset, infer, progress);
    }

    /**
     * Told the number of bytes read so far, now and then and at the end, on the importing thread. It may be told the same number twice;
     * what it throws ends the import and reaches the caller.
     *
     * @param listener the listener
     * @return a copy with it
     */
    public CsvOptions progress(LongConsumer listener) {
        return new CsvOptions(
                primaryKey, delimiter, header, charset, inferTypes, Arguments.notNull(listener, "progress"));
    }

    /**
     * The primary key.
     *
     * @return the field's name
     */
    public String primaryKey() {
        return primaryKey;
    }

    /**
     * The delimiter.
     *
     * @return the character
     */
    public char delimiter() {
        return delimiter;
    }

    /**
     * Whether there is a header.
     *
     * @return true when the first line holds the names
     */
    public boolean header() {
        return header;
    }

    /**
     * The character set.
     *
     * @return the character set
     */
    public Charset charset() {
        return charset;
    }

    /**
     * Whether types are inferred.
     *
     * @return true when columns of numbers become numbers
     */
    public boolean inferTypes() {
        return inferTypes;
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
