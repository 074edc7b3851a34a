package io.dictdb.internal.json;

import io.dictdb.Row;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.SavedDatabase;
import io.dictdb.spi.SavedTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import tools.jackson.core.JsonGenerator;

/** Writes a database; {@link Tail} is what follows. */
final class DatabaseWriter {
    private final SavedDatabase database;
    private final CRC32C checksum = new CRC32C();
    private final OutputStream target;
    private final JsonGenerator out;
    private final ValueWriter values;
    private final DescriptionWriter description;

    DatabaseWriter(SavedDatabase database, OutputStream target) {
        this.database = database;
        this.target = target;
        this.out = JsonFormat.WRITING.createGenerator(Lines.context(), new CheckedOutputStream(target, checksum));
        this.values = new ValueWriter(out);
        this.description = new DescriptionWriter(out, values);
    }

    void write() throws IOException {
        out.writeStartObject();
        out.writeNumberProperty(Names.VERSION, JsonFormat.VERSION);
        out.writeNumberProperty(Names.SEQUENCE, database.sequence());
        out.writeObjectPropertyStart(Names.TABLES);
        database.tables().forEach(this::table);
        out.writeEndObject();
        out.writeRaw(",\n");
        out.flush();
        target.write(Tail.of(checksum.getValue()));
    }

    private void table(SavedTable table) {
        out.writeObjectPropertyStart(table.description().name());
        description.write(table.description());
        records(table);
        out.writeEndObject();
    }

    private void records(SavedTable table) {
        out.writeArrayPropertyStart(Names.RECORDS);
        for (Row row : table.rows()) {
            values.record((ShapedMap) row);
        }
        out.writeEndArray();
    }
}
