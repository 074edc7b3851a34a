package io.dictdb.internal.engine;

import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.page.Page;
import java.util.function.LongSupplier;

/**
 * What everything that is done to a database is told.
 *
 * @param steps is told each internal step
 * @param lastRow the highest row number that may be given out before a table is renumbered
 * @param nanoTime what time it is, as {@link System#nanoTime} tells it
 * @param storage the disk that files are written to
 * @param telling what operators are told
 */
record EditRules(Steps steps, int lastRow, LongSupplier nanoTime, Storage storage, Telling telling) {
    static final EditRules DEFAULT = of(Steps.NONE);

    static EditRules of(Steps steps) {
        return new EditRules(steps, Integer.MAX_VALUE - Page.ROWS, System::nanoTime, Disk.HERE, Telling.DEFAULT);
    }

    EditRules lastRow(int other) {
        return new EditRules(steps, other, nanoTime, storage, telling);
    }

    EditRules nanoTime(LongSupplier other) {
        return new EditRules(steps, lastRow, other, storage, telling);
    }

    EditRules storage(Storage other) {
        return new EditRules(steps, lastRow, nanoTime, other, telling);
    }

    EditRules telling(Telling other) {
        return new EditRules(steps, lastRow, nanoTime, storage, other);
    }
}
