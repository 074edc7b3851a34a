package io.dictdb.internal.json;

import io.dictdb.Schema;
import io.dictdb.internal.value.Values;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes what describes a table into the object of that table. */
final class DescriptionWriter {
    private final JsonGenerator out;
    private final ValueWriter values;

    DescriptionWriter(JsonGenerator out, ValueWriter values) {
        this.out = out;
        this.values = values;
    }

    void write(TableDescription description) {
        out.writeStringProperty(Names.PRIMARY_KEY, description.primaryKey());
        description.schema().ifPresentOrElse(this::schema, () -> out.writeNullProperty(Names.SCHEMA));
        indexes(description.indexes());
        out.writeName(Names.HIGHEST_KEY);
        values.value(description.highestKey());
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
}
