package io.dictdb;

import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Limits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is read or written. Immutable: each method that takes a value returns a new object.
 *
 * <p>The defaults: UTF-8 (a byte order mark is skipped, and none is written unless the charset asks for one), commas, names in the first line, types inferred, primary key
 * {@code id}, all columns, all records, bad values refused. A file is written with CRLF line ends, quotes only where they are needed and null as
 * an empty cell.
 */
public final class CsvOptions {
    private static final CsvOptions DEFAULTS = new CsvOptions(new Settings());

    private final Settings settings;

    private CsvOptions(Settings settings) {
        this.settings = settings;
    }

    /** Changed only before an object holds them. */
    private static final class Settings implements Cloneable {
        private String primaryKey = "id";
        private char delimiter = ',';
        private boolean header = true;
        private Charset charset = StandardCharsets.UTF_8;
        private @Nullable Schema schema;
        private boolean inferTypes = true;
        private boolean skipValidation;
        private List<String> columns = List.of();
        private Condition where = Dsl.all();
        private BadValue onBadValue = BadValue.REFUSE;
        private LongConsumer skipped = rows -> {};
        private LongConsumer progress = bytes -> {};
        private @Nullable Path directory;

        private Settings copy() {
            try {
                return (Settings) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private CsvOptions with(Consumer<Settings> change) {
        Settings copy = settings.copy();
        change.accept(copy);
        return new CsvOptions(copy);
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
     * The primary key of the table that an import creates. Where no column has that name, each record gets the next integer.
     *
     * @param field the field's name
     * @return a copy with that key
     */
    public CsvOptions primaryKey(String field) {
        Limits.checkName(Arguments.notNull(field, "primary key"));
        return with(copy -> copy.primaryKey = field);
    }

    /**
     * The character between two cells.
     *
     * @param c any character but a quote, a line break or half of a surrogate pair
     * @return a copy with that delimiter
     */
    public CsvOptions delimiter(char c) {
        Arguments.require(
                c != '"' && c != '\n' && c != '\r' && !Character.isSurrogate(c),
                "the delimiter must not be a quote, a line break or a surrogate, got %s",
                (int) c);
        return with(copy -> copy.delimiter = c);
    }

    /**
     * Whether the first line holds the names; otherwise they are {@code col_0}, {@code col_1} and so on when a file is read, and are not written
     * when one is written.
     *
     * @param present true when the first line holds the names
     * @return a copy with that setting
     */
    public CsvOptions header(boolean present) {
        return with(copy -> copy.header = present);
    }

    /**
     * The file's character set.
     *
     * @param c the character set
     * @return a copy with it
     */
    public CsvOptions charset(Charset c) {
        Arguments.notNull(c, "charset");
        return with(copy -> copy.charset = c);
    }

    /**
     * The schema of the table that an import creates; it says what each cell becomes, nothing is inferred, and only the beginning of the file is read twice. Every column must
     * be a field of it, and every field that is neither nullable nor has a default must be a column; a schema without the primary key has it as
     * an integer.
     *
     * <p>A cell is read in the form in which it is exported, and in some more: integers with a plus sign or leading zeros, doubles with an
     * exponent, {@code inf} and {@code nan}, booleans as {@code true/false}, {@code yes/no}, {@code 1/0} in any case, lists and maps as Python or JSON
     * writes them; blanks around any of these are passed over. An empty cell is the default of its field or null; the empty string in a string field, the empty
     * array in a {@code byte[]} field that must not be null. Anything else is a bad value: {@link #onBadValue}.
     *
     * @param fields the schema
     * @return a copy with it
     */
    public CsvOptions schema(Schema fields) {
        Arguments.notNull(fields, "schema");
        return with(copy -> copy.schema = fields);
    }

    /**
     * Whether columns of integers and of decimals become numbers; otherwise every value is a string as it stands in the file. A column is
     * one of numbers only when nothing is lost by it: leading zeros, plus signs, underscores and surrounding blanks make it one of
     * strings. An empty cell is null, in a column of strings the empty string. Of numbers with a point the value counts:
     * 1.10 is 1.1. With a schema this plays no part.
     *
     * @param infer true to infer
     * @return a copy with that setting
     */
    public CsvOptions inferTypes(boolean infer) {
        return with(copy -> copy.inferTypes = infer);
    }

    /**
     * Whether an import with a schema takes records that it would refuse: required fields may be null or missing, defaults are not filled in, columns
     * that it does not name are stored as strings. The cells of its fields are read as without this.
     *
     * @param skip true to skip the check
     * @return a copy with that setting
     */
    public CsvOptions skipValidation(boolean skip) {
        return with(copy -> copy.skipValidation = skip);
    }

    /**
     * The columns that are read or written, in that order. One that the file lacks is a {@link StorageException} on import; one that no record has is
     * empty on export. When an import leaves the key out, each record gets the next integer. Without this an import takes all columns of the file, an export the fields of the rows that it writes, in the order in
     * which they first come.
     *
     * @param names at least one, none twice
     * @return a copy with these columns
     */
    public CsvOptions columns(String... names) {
        List<String> list = List.of(Arguments.noNulls(names, "column"));
        Arguments.require(!list.isEmpty(), "columns must name at least one column");
        Set<String> seen = new HashSet<>();
        list.forEach(name -> Arguments.require(seen.add(name), "column '%s' comes twice", name));
        return with(copy -> copy.columns = list);
    }

    /**
     * Which records are taken. On import it is asked about each record as it would be stored, with its key and without the columns that are left out; it plays
     * no part in what types are inferred. On export it narrows what is written.
     *
     * @param condition the condition
     * @return a copy with it, in the place of an earlier one
     */
    public CsvOptions where(Condition condition) {
        Arguments.notNull(condition, "condition");
        return with(copy -> copy.where = condition);
    }

    /**
     * What an import with a schema does about a cell that does not fit its field.
     *
     * @param policy what to do
     * @return a copy with that policy
     */
    public CsvOptions onBadValue(BadValue policy) {
        Arguments.notNull(policy, "policy");
        return with(copy -> copy.onBadValue = policy);
    }

    /**
     * Told once, when the file has been read and before there is a table, how many rows {@link BadValue#SKIP_ROW} has left out. What it throws ends the
     * import and reaches the caller, so that it can say how many are too many.
     *
     * @param listener the listener
     * @return a copy with it
     */
    public CsvOptions skipped(LongConsumer listener) {
        Arguments.notNull(listener, "listener");
        return with(copy -> copy.skipped = listener);
    }

    /**
     * Told the number of bytes read or written so far, now and then and at the end, on the calling thread. It may be told the same number twice;
     * what it throws ends the import or export and reaches the caller.
     *
     * @param listener the listener
     * @return a copy with it
     */
    public CsvOptions progress(LongConsumer listener) {
        Arguments.notNull(listener, "progress");
        return with(copy -> copy.progress = listener);
    }

    /**
     * The directory that the file must be in, directly or deeper, after {@code ..} and links have been followed. A file that is elsewhere is neither read nor written:
     * {@link StorageException}.
     *
     * @param d the directory
     * @return a copy with it
     */
    public CsvOptions allowedDirectory(Path d) {
        Arguments.notNull(d, "directory");
        return with(copy -> copy.directory = d);
    }

    /**
     * The primary key.
     *
     * @return the field's name
     */
    public String primaryKey() {
        return settings.primaryKey;
    }

    /**
     * The delimiter.
     *
     * @return the character
     */
    public char delimiter() {
        return settings.delimiter;
    }

    /**
     * Whether there is a header.
     *
     * @return true when the first line holds the names
     */
    public boolean header() {
        return settings.header;
    }

    /**
     * The character set.
     *
     * @return the character set
     */
    public Charset charset() {
        return settings.charset;
    }

    /**
     * The schema.
     *
     * @return the schema, if there is one
     */
    public Optional<Schema> schema() {
        return Optional.ofNullable(settings.schema);
    }

    /**
     * Whether types are inferred where there is no schema.
     *
     * @return true when columns of numbers become numbers
     */
    public boolean inferTypes() {
        return settings.inferTypes;
    }

    /**
     * Whether the schema's check is skipped.
     *
     * @return true when records are stored without it
     */
    public boolean skipValidation() {
        return settings.skipValidation;
    }

    /**
     * The columns that are read or written.
     *
     * @return their names; empty for all
     */
    public List<String> columns() {
        return settings.columns;
    }

    /**
     * Which records are taken.
     *
     * @return the condition
     */
    public Condition where() {
        return settings.where;
    }

    /**
     * What is done about bad values.
     *
     * @return the policy
     */
    public BadValue onBadValue() {
        return settings.onBadValue;
    }

    /**
     * Who is told the number of rows left out.
     *
     * @return the listener
     */
    public LongConsumer skipped() {
        return settings.skipped;
    }

    /**
     * Who is told how far it is.
     *
     * @return the listener
     */
    public LongConsumer progress() {
        return settings.progress;
    }

    /**
     * The allowed directory.
     *
     * @return the directory, empty when any is allowed
     */
    public Optional<Path> allowedDirectory() {
        return Optional.ofNullable(settings.directory);
    }
}
