package io.dictdb.internal.codec;

import io.dictdb.BadValue;
import io.dictdb.CsvOptions;
import io.dictdb.internal.value.Literals;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The values of one record after the other. A cell that does not fit its type is what {@link BadValue} makes of it; without a schema, types were found by looking at
 * every cell, so that such a one has been changed since.
 */
@SuppressWarnings("ReferenceEquality") // MISFIT is no value but a sign
final class CsvRecord implements CsvPass.Cells {
    /** How many cells a file may make of each of its bytes by lines that are shorter than the first one, beyond what any file may. */
    private static final int CELLS_PER_BYTE = 100;

    private static final long CELLS_OF_ANY_FILE = 10_000_000;

    private final CsvPass pass;
    private final CsvLayout layout;
    private final BadValue policy;
    private final boolean inferred;
    private final @Nullable Object[] absent;
    private @Nullable Object[] record;
    private boolean skip;
    private long cells;
    private long skipped;

    CsvRecord(CsvPass pass, CsvLayout layout, CsvOptions options) {
        this.pass = pass;
        this.layout = layout;
        this.policy = options.onBadValue();
        this.inferred = options.schema().isEmpty();
        this.absent = layout.columns().stream()
                .map(column -> column.type().missing(false))
                .toArray();
        this.record = absent.clone();
    }

    /** How many records were left out so far. */
    long skipped() {
        return skipped;
    }

    @Override
    public void take(int column, char[] chars, int offset, int length, boolean quoted) throws CsvFault {
        int target = layout.target(column);
        if (target < 0) {
            return;
        }
        CellType type = layout.columns().get(target).type();
        Object value = quoted && length == 0 ? type.emptyQuotes() : type.read(chars, offset, length);
        record[target] = value == CellType.MISFIT ? misfit(target, new String(chars, offset, length)) : value;
    }

    /** Ends the record and hands it on, unless it is left out. */
    void finish(Consumer<@Nullable Object[]> consumer) throws CsvFault {
        cells += record.length;
        if (cells > CELLS_OF_ANY_FILE + CELLS_PER_BYTE * pass.bytes()) {
            throw pass.faultOfRecord("records that are much shorter than the " + record.length
                    + " columns: so far more than " + CELLS_PER_BYTE + " cells a byte; fewer columns can be chosen");
        }
        for (int i = 0; i < record.length; i++) {
            record[i] = record[i] == CellType.MISFIT ? lacking(i) : record[i];
        }
        @Nullable Object[] finished = record;
        boolean kept = !skip;
        skipped += skip ? 1 : 0;
        record = absent.clone();
        skip = false;
        if (kept) {
            consumer.accept(finished);
        }
    }

    private @Nullable Object misfit(int target, String text) throws CsvFault {
        if (inferred) {
            throw pass.faultHere("the file was changed while it was read");
        }
        return decided(text, () -> pass.faultIn(layout.columns().get(target).name(), described(target, text)));
    }

    private @Nullable Object lacking(int target) throws CsvFault {
        CsvColumn column = layout.columns().get(target);
        String what = "the record ends before column " + (column.place() + 1) + " (" + Literals.of(column.name())
                + "), which the schema requires";
        return decided("", () -> pass.faultOfRecord(what));
    }

    private String described(int target, String text) {
        String type = ((FieldCell) layout.columns().get(target).type()).type().getSimpleName();
        return text.isBlank() ? "it is empty, and the schema requires a " + type : Literals.of(text) + " is no " + type;
    }

    private interface Fault {
        CsvFault get();
    }

    private @Nullable Object decided(String text, Fault fault) throws CsvFault {
        if (policy == BadValue.REFUSE) {
            throw fault.get();
        }
        skip = skip || policy == BadValue.SKIP_ROW;
        return text.isBlank() ? null : text;
    }
}
