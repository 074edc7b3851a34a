package io.dictdb.internal.codec;

import io.dictdb.CsvOptions;
import io.dictdb.StorageException;
import io.dictdb.internal.value.Arguments;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
 * column was found to be, reading ends with an exception rather than with a wrong value.
 *
 * <p>Blank lines are skipped. A record that is too short is filled with null, one that is too long is cut. Which cells become numbers:
 * {@link Numeral}; how columns are named: {@link CsvHeader}; what the listener is told: {@link CsvProgress}.
 *
 * <p>Every fault of the file, from its absence to a quote that is never closed, is a {@link StorageException} with the path and, where
 * there is one, the line.
 */
public final class CsvSource {
    private final Path file;
    private final CsvOptions options;
    private final CsvLayout layout;
    private final CsvProgress progress;

    private CsvSource(Path file, CsvOptions options, CsvLayout layout, CsvProgress progress) {
        this.file = file;
        this.options = options;
        this.layout = layout;
        this.progress = progress;
    }

    /** Reads the names and, when asked to, the types of the columns. Holds no open file. */
    public static CsvSource open(Path file, CsvOptions options) {
        Arguments.notNull(file, "file");
        Arguments.notNull(options, "options");
        try {
            CsvProgress progress = new CsvProgress(options.progress(), Files.size(file), options.inferTypes() ? 2 : 1);
            return new CsvSource(file, options, CsvLayout.of(file, options, progress), progress);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** The columns' names, all different; none for an empty file. */
    public List<String> columns() {
        return layout.columns();
    }

    /** Reads all records: each an array of its own, with a value for each column. What the consumer throws ends the reading. */
    public void forEach(Consumer<@Nullable Object[]> consumer) {
        Arguments.notNull(consumer, "consumer");
        try (CsvPass pass = new CsvPass(file, options)) {
            skipHeader(pass);
            readAll(pass, consumer);
        } catch (IOException e) {
            throw failure(file, e);
        }
        progress.end();
    }

    private void skipHeader(CsvPass pass) throws IOException {
        if (options.header() && !pass.nextStrings().equals(layout.first())) {
            throw changed(pass);
        }
    }

    private void readAll(CsvPass pass, Consumer<@Nullable Object[]> consumer) throws IOException {
        Cells cells = new Cells(pass);
        while (pass.next(cells)) {
            consumer.accept(cells.takeRecord());
            progress.read(options.inferTypes() ? 1 : 0, pass.bytes());
        }
    }

    private static CsvFault changed(CsvPass pass) {
        return pass.faultHere("the file was changed while it was read");
    }

    private static StorageException failure(Path file, IOException cause) {
        return new StorageException("CSV file " + file + ": " + reason(file, cause), file, cause);
    }

    private static String reason(Path file, IOException cause) {
        if (cause instanceof CsvFault) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (Files.isDirectory(file)) {
            return "it is a directory";
        }
        return cause instanceof AccessDeniedException
                ? "it may not be read"
                : "it cannot be read: " + cause.getMessage();
    }

    /** The values of one record at a time. */
    private final class Cells implements CsvPass.Cells {
        private final CsvPass pass;
        private @Nullable Object[] record = emptyRecord();

        Cells(CsvPass pass) {
            this.pass = pass;
        }

        @Override
        public void take(int column, char[] chars, int offset, int length) throws CsvFault {
            if (column >= record.length) {
                return;
            }
            ColumnKind kind = layout.kinds().get(column);
            if (!kind.takes(chars, offset, length)) {
                throw changed(pass);
            }
            record[column] = kind.value(chars, offset, length);
        }

        @Nullable
        Object[] takeRecord() {
            @Nullable Object[] taken = record;
            record = emptyRecord();
            return taken;
        }

        private @Nullable Object[] emptyRecord() {
            return new @Nullable Object[layout.columns().size()];
        }
    }
}
