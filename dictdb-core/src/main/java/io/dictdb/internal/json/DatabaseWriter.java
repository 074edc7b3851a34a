package io.dictdb.internal.json;

import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.internal.value.Values;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.SavedDatabase;
import io.dictdb.spi.SavedTable;
import io.dictdb.spi.TableDescription;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes a database; {@link Tail} is what follows. */
final class DatabaseWriter {
    private final SavedDatabase database;
    private final CRC32C checksum = new CRC32C();
    private final OutputStream target;
    private final JsonGenerator out;
    private final ValueWriter values;

    DatabaseWriter(JsonFactory json, SavedDatabase database, OutputStream target) {
        this.database = database;
        this.target = target;
        this.out = json.createGenerator(Lines.context(), new CheckedOutputStream(target, checksum));
        this.values = new ValueWriter(out);
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
        TableDescription description = table.description();
        out.writeObjectPropertyStart(description.name());
        out.writeStringProperty(Names.PRIMARY_KEY, description.primaryKey());
        description.schema().ifPresentOrElse(this::schema, () -> out.writeNullProperty(Names.SCHEMA));
        indexes(description.indexes());
        out.writeName(Names.HIGHEST_KEY);
        values.value(description.highestKey());
        records(table);
        out.writeEndObject();
    }

    private void schema(Schema schema) {
        out.writeObjectPropertyStart(Names.SCHEMA);
        schema.fields().forEach(field -> out.writeStringProperty(field, Names.of(schema.type(field))));
        out.writeEndObject();
        List<String> nullable =
                schema.fields().stream().filter(schema::isNullable).toList();
        if (!nullable.isEmpty()) {
            out.writeArrayPropertyStart(Names.NULLABLE);
            nullable.forEach(out::writeString);
            out.writeEndArray();
        }
        defaults(schema);
    }

    private void defaults(Schema schema) {
        List<String> fields = schema.fields().stream()
                .filter(field -> schema.defaultValue(field).isPresent())
                .toList();
        if (!fields.isEmpty()) {
            out.writeObjectPropertyStart(Names.DEFAULTS);
            for (String field : fields) {
                out.writeName(field);
                values.value(Values.in(field, schema.defaultValue(field).orElseThrow()));
            }
            out.writeEndObject();
        }
    }

    private void indexes(List<IndexDescription> indexes) {
        out.writeArrayPropertyStart(Names.INDEXES);
        for (IndexDescription index : indexes) {
            out.writeStartObject();
            out.writeStringProperty("field", index.field());
            out.writeStringProperty("type", index.type().name());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void records(SavedTable table) {
        out.writeArrayPropertyStart(Names.RECORDS);
        for (Row row : table.rows()) {
            values.record((ShapedMap) row);
        }
        out.writeEndArray();
    }
}
