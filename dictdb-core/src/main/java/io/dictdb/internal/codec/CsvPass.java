package io.dictdb.internal.codec;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import io.dictdb.CsvOptions;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Source;
import io.dictdb.internal.value.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a CSV file, record by record, each cell as a stretch of characters: whoever only looks at a cell makes no string of
 * it.
 *
 * <p>FastCSV finds the cells; this is the only class that knows it. Its exceptions come in three layers around whatever went wrong, and
 * name the line of the record alone; here they become one {@link IOException} that names line and column of the cell.
 */
final class CsvPass implements Closeable {
    /** Room for a cell whose quotes are all doubled, and for what FastCSV reads ahead: our own limit must be reached first. */
    private static final int LARGEST_BUFFER = 2 * Limits.STRING_CHARS + (1 << 16);

    /** A line of commas alone must not fill the memory with names. */
    private static final int MOST_COLUMNS = 250_000;

    private final CsvPlace place = new CsvPlace(Limits.STRING_CHARS);
    private final CsvText text;
    private final CsvReader<Boolean> reader;
    private final CloseableIterator<Boolean> records;
    private Cells cells = (column, chars, offset, length, quoted) -> {};

    /** Where the cells of a record go, from column 0 on; each is told whether it stands in quotes. */
    interface Cells {
        void take(int column, char[] chars, int offset, int length, boolean quoted) throws CsvFault;
    }

    CsvPass(Path file, CsvOptions options) throws IOException {
        this.text = new CsvText(Source.open(Disk.HERE, file, options.allowedDirectory()), options.charset(), place);
        this.reader = CsvReader.builder()
                .fieldSeparator(options.delimiter())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LARGEST_BUFFER)
                .build(new Handler(), text);
        this.records = reader.iterator();
    }

    /** Hands over the cells of the next record; false at the end of the file. */
    boolean next(Cells destination) throws IOException {
        cells = destination;
        try {
            return records.hasNext() && records.next();
        } catch (UncheckedIOException | CsvParseException wrapped) {
            throw fault(wrapped);
        }
    }

    /** The next record, which tells what columns there are, as strings; no strings at the end of the file. */
    List<String> nextStrings() throws IOException {
        List<String> strings = new ArrayList<>();
        next((column, chars, offset, length, quoted) -> {
            if (column == MOST_COLUMNS) {
                throw place.fault("more than " + MOST_COLUMNS + " columns");
            }
            strings.add(new String(chars, offset, length));
        });
        return strings;
    }

    /** The bytes taken from the file so far. */
    long bytes() {
        return text.bytes();
    }

    /** A fault in the cell that is being handed over. */
    CsvFault faultHere(String what) {
        return place.fault(what);
    }

    /** The same, with the column's name. */
    CsvFault faultIn(String column, String what) {
        return place.fault(column, what);
    }

    /** A fault of the record that was handed over last. */
    CsvFault faultOfRecord(String what) {
        return place.faultOfLine(what);
    }

    private IOException fault(RuntimeException wrapped) {
        for (Throwable cause = wrapped.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
            if (cause instanceof Error error) {
                throw error;
            }
        }
        if (wrapped.getCause() != null) {
            throw wrapped;
        }
        return place.fault(
                text.exhausted()
                        ? "the quote that opens there is never closed"
                        : "only a delimiter or a line break may follow a closing quote");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private final class Handler extends AbstractBaseCsvCallbackHandler<Boolean> {
        @Override
        protected void handleBegin(long startingLineNumber) {
            place.startRecord(startingLineNumber);
        }

        @Override
        protected void handleField(int column, char[] chars, int offset, int length, boolean quoted) {
            try {
                place.checkCell(length);
                cells.take(column, chars, offset, length, quoted);
            } catch (CsvFault fault) {
                throw new UncheckedIOException(fault);
            }
            place.endCell(chars, offset, length, quoted);
        }

        @Override
        protected @Nullable Boolean buildRecord() {
            return getRecordType() == RecordType.DATA ? Boolean.TRUE : null;
        }
    }
}
