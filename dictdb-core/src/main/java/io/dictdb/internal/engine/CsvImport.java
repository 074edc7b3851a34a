package io.dictdb.internal.engine;

import io.dictdb.CsvOptions;
import io.dictdb.internal.codec.CsvSource;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Shape;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the state of a new table from a CSV file; nothing is published until all of it has been read. */
final class CsvImport {
    private final CsvSource source;
    private final TableEdit edit;
    private final Shape columns;

    CsvImport(Path file, String table, CsvOptions options, EditRules rules) {
        this.source = CsvSource.open(file, options);
        this.columns = Shape.of(source.columns().toArray(new String[0]));
        this.edit = new TableEdit(TableState.empty(new TableDefinition(table, options.primaryKey(), null)), rules, 0);
    }

    TableState table() {
        source.forEach(this::add);
        return edit.done();
    }

    private void add(@Nullable Object[] values) {
        edit.insert(new FrozenMap(columns, values));
    }
}
