package io.dictdb.internal.engine;

import io.dictdb.CsvOptions;
import io.dictdb.Row;
import io.dictdb.internal.codec.CsvFaults;
import io.dictdb.internal.codec.CsvSink;
import io.dictdb.internal.file.AtomicFile;
import io.dictdb.internal.file.Place;
import io.dictdb.internal.query.Execution;
import io.dictdb.internal.query.Projection;
import io.dictdb.internal.query.Query;
import io.dictdb.internal.value.Shape;
import io.dictdb.internal.value.ShapedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a query to a CSV file.
 *
 * <p>Where neither the query nor the options name the columns, they are the fields of all rows, so that these are collected first: a condition is asked once about each
 * record, and might answer otherwise a second time.
 */
final class CsvExport {
    private final TableState table;
    private final Query query;
    private final CsvOptions options;
    private final EditRules rules;
    private int written;

    CsvExport(TableState table, Query query, CsvOptions options, EditRules rules) {
        this.rules = rules;
        this.table = table;
        this.query = query;
        this.options = options;
    }

    /** Returns how many rows were written. */
    int to(Path file) {
        try {
            Path target = Place.toWrite(file, options.allowedDirectory());
            new AtomicFile(rules.storage(), target).write(this::writeTo);
            return written;
        } catch (IOException e) {
            throw CsvFaults.of(file, e);
        }
    }

    private void writeTo(OutputStream out) throws IOException {
        Asking asking = new Asking(table, query, query, rules);
        Execution execution = asking.execution();
        List<String> named = named();
        if (named != null) {
            write(out, named, execution.iterator());
        } else {
            List<Row> rows = execution.list();
            write(out, fields(rows), rows.iterator());
        }
        asking.end(written);
    }

    private @Nullable List<String> named() {
        if (!options.columns().isEmpty()) {
            return options.columns();
        }
        Projection projection = query.projection();
        return projection == null ? null : projection.names();
    }

    private void write(OutputStream out, List<String> columns, Iterator<Row> rows) throws IOException {
        CsvSink sink = new CsvSink(out, options, columns);
        sink.writeHeader();
        while (rows.hasNext()) {
            sink.write((ShapedMap) rows.next());
            written++;
        }
        sink.finish();
    }

    /** The fields of the rows in the order in which they first come; without rows those of the table, or its key. */
    @SuppressWarnings("ReferenceEquality") // an equal shape that is another object is only looked through again
    private List<String> fields(List<Row> rows) {
        Set<String> fields = new LinkedHashSet<>();
        Shape last = Shape.EMPTY;
        for (Row row : rows) {
            Shape shape = ((ShapedMap) row).shape();
            if (shape != last) {
                fields.addAll(shape.names());
                last = shape;
            }
        }
        if (rows.isEmpty()) {
            fields.addAll(table.columns());
        }
        return fields.isEmpty() ? List.of(table.primaryKey()) : List.copyOf(fields);
    }
}
