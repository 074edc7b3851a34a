package io.dictdb.internal.codec;

import io.dictdb.CsvOptions;
import io.dictdb.DuplicateKeyException;
import io.dictdb.SchemaValidationException;
import io.dictdb.StorageException;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Place;
import io.dictdb.internal.value.Arguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as records of named columns.
 *
 * <p>With types to infer, the file is read twice: once to look at every cell, once to hand out the records. Keeping the text of the first
 * reading instead would need several times the memory of the table; guessing from the first lines would have to go back on its word when a
 * later line is of another kind. Between the two readings the file is closed; when it changes meanwhile and a cell is no longer what its
 * column was found to be, reading ends with an exception rather than with a wrong value. With a schema it is read once.
 *
 * <p>Blank lines are skipped. A record that is too short is filled with null, one that is too long is cut. Which cells become numbers:
 * {@link Numeral}; what a schema's fields take: {@link ValueText}; how columns are named: {@link CsvHeader}; what the listener is told:
 * {@link CsvProgress}.
 *
 * <p>Every fault of the file, from its absence to a quote that is never closed, is a {@link StorageException} with the path and, where
 * there is one, the line.
 */
public final class CsvSource {
    private final Path file;
    private final Path real;
    private final CsvOptions options;
    private final CsvLayout layout;
    private final CsvProgress progress;

    private CsvSource(Path file, Path real, CsvOptions options, CsvLayout layout, CsvProgress progress) {
        this.file = file;
        this.real = real;
        this.options = options;
        this.layout = layout;
        this.progress = progress;
    }

    /** Reads the names and, when asked to, the types of the columns. Holds no open file. */
    public static CsvSource open(Path file, CsvOptions options) {
        Arguments.notNull(file, "file");
        Arguments.notNull(options, "options");
        try {
            Path real = Place.toRead(file, options.allowedDirectory());
            int passes = CsvLayout.infers(options) ? 2 : 1;
            CsvProgress progress = new CsvProgress(options.progress(), Disk.HERE.size(real), passes);
            try (CsvPass pass = new CsvPass(real, options)) {
                return new CsvSource(file, real, options, CsvLayout.of(pass, options, progress), progress);
            }
        } catch (IOException e) {
            throw CsvFaults.of(file, e);
        }
    }

    /** The columns' names, all different; none for an empty file. */
    public List<String> columns() {
        return layout.columns().stream().map(CsvColumn::name).toList();
    }

    /**
     * Reads all records: each an array of its own, with a value in the form of the inside for each column. What the consumer throws ends the reading.
     */
    public void forEach(Consumer<@Nullable Object[]> consumer) {
        Arguments.notNull(consumer, "consumer");
        long skipped;
        try (CsvPass pass = new CsvPass(real, options)) {
            skipHeader(pass);
            skipped = readAll(pass, consumer);
        } catch (IOException e) {
            throw CsvFaults.of(file, e);
        }
        progress.end();
        options.skipped().accept(skipped);
    }

    private void skipHeader(CsvPass pass) throws IOException {
        if (options.header() && !pass.nextStrings().equals(layout.first())) {
            throw pass.faultHere("the file was changed while it was read");
        }
    }

    /** Returns how many records were left out. */
    private long readAll(CsvPass pass, Consumer<@Nullable Object[]> consumer) throws IOException {
        int last = CsvLayout.infers(options) ? 1 : 0;
        CsvRecord record = new CsvRecord(pass, layout, options);
        while (pass.next(record)) {
            finish(pass, record, consumer);
            progress.read(last, pass.bytes());
        }
        return record.skipped();
    }

    /** What a table refuses is told with the line. */
    private void finish(CsvPass pass, CsvRecord record, Consumer<@Nullable Object[]> consumer) throws IOException {
        try {
            record.finish(consumer);
        } catch (SchemaValidationException e) {
            throw pass.faultOfRecord(String.valueOf(e.getMessage()));
        } catch (DuplicateKeyException e) {
            StorageException told = CsvFaults.of(file, pass.faultOfRecord(String.valueOf(e.getMessage())));
            throw new DuplicateKeyException(String.valueOf(told.getMessage()), e.table(), e.key());
        }
    }
}
