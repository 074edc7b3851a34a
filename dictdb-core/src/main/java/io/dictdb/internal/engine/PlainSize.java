package io.dictdb.internal.engine;

import io.dictdb.internal.bytes.ByteOutput;
import io.dictdb.internal.bytes.ValueOutput;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.value.ShapedMap;
import java.io.IOException;

/** How many bytes records take one by one, as in the journal: what they take in an image may be much less. An estimate, made of one record of each page. */
final class PlainSize {
    private static final int PIECE = 1 << 12;

    private final ByteOutput out = new ByteOutput(PIECE, (bytes, length) -> count(length));
    private final ValueOutput values = new ValueOutput(out);
    private long size;

    private void count(int length) {
        size += length;
    }

    static long of(Root root) {
        PlainSize plain = new PlainSize();
        long all = 0;
        for (TableState table : root.tables()) {
            for (Page page = table.pages().ceiling(0);
                    page != null;
                    page = table.pages().ceiling(page.number() + 1)) {
                all += plain.of(page.row(page.count() / 2)) * page.count();
            }
        }
        return all;
    }

    /** Of one record. */
    long of(ShapedMap record) {
        size = 0;
        try {
            for (int i = 0; i < record.size(); i++) {
                values.value(record.cell(i));
            }
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e); // memory has no such failures
        }
        return size;
    }
}
