package io.dictdb.internal.engine;

import io.dictdb.internal.json.Delta;
import io.dictdb.internal.json.TableDelta;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.TableDescription;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a delta that was read back says what was to be written, record by record. */
final class DeltaComparison {
    private DeltaComparison() {}

    static boolean isSame(Delta expected, Delta read) {
        List<TableDelta> tables = expected.tables();
        boolean same = expected.dropped().equals(read.dropped())
                && expected.link() != null
                && expected.link().equals(read.link())
                && tables.size() == read.tables().size();
        for (int i = 0; same && i < tables.size(); i++) {
            same = isSame(tables.get(i), read.tables().get(i));
        }
        return same;
    }

    private static boolean isSame(TableDelta a, TableDelta b) {
        return a.name().equals(b.name())
                && a.created() == b.created()
                && isSame(a.description(), b.description())
                && a.moved().equals(b.moved())
                && a.deletes().equals(b.deletes())
                && isSame(a.upserts().iterator(), b.upserts().iterator());
    }

    private static boolean isSame(@Nullable TableDescription a, @Nullable TableDescription b) {
        return a != null
                && b != null
                && a.primaryKey().equals(b.primaryKey())
                && Schemas.same(a.schema().orElse(null), b.schema().orElse(null))
                && a.indexes().equals(b.indexes())
                && a.highestKey().equals(b.highestKey());
    }

    private static boolean isSame(Iterator<? extends ShapedMap> a, Iterator<? extends ShapedMap> b) {
        boolean same = true;
        while (same && a.hasNext()) {
            same = b.hasNext() && a.next().equals(b.next());
        }
        return same && !b.hasNext();
    }
}
