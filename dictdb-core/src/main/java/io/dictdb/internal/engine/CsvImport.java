package io.dictdb.internal.engine;

import io.dictdb.CsvOptions;
import io.dictdb.Dsl;
import io.dictdb.internal.codec.CsvSource;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.query.RecordMatcher;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Shape;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the state of a new table from a CSV file; nothing is published until all of it has been read. */
final class CsvImport {
    private final CsvSource source;
    private final TableEdit edit;
    private final Shape columns;
    private final boolean all;
    private final RecordMatcher wanted;

    CsvImport(Path file, String table, CsvOptions options, EditRules rules) {
        TableDefinition definition = new TableDefinition(
                table, options.primaryKey(), options.schema().orElse(null));
        this.source =
                CsvSource.open(file, definition.schema().map(options::schema).orElse(options));
        this.columns = Shape.of(source.columns().toArray(new String[0]));
        this.edit = new TableEdit(TableState.empty(definition), rules, 0);
        this.all = options.where().equals(Dsl.all());
        this.wanted = new RecordMatcher(options.where());
    }

    TableState table() {
        source.forEach(this::add);
        return edit.done();
    }

    private void add(@Nullable Object[] values) {
        FrozenMap record = edit.keyed(new FrozenMap(columns, values));
        if (all || wanted.holds(Page.empty(0).append(0, record), 0)) {
            edit.insert(record);
        }
    }
}
