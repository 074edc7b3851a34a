package io.dictdb.internal.bytes;

import io.dictdb.Schema;
import io.dictdb.internal.value.Values;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.io.IOException;
import java.util.List;

/** Writes what describes a table. */
public final class DescriptionOutput {
    private final ByteOutput out;
    private final ValueOutput values;

    public DescriptionOutput(ByteOutput out) {
        this.out = out;
        this.values = new ValueOutput(out);
    }

    public void description(TableDescription table) throws IOException {
        out.string(table.name());
        out.string(table.primaryKey());
        out.u8(table.schema().isPresent() ? 1 : 0);
        if (table.schema().isPresent()) {
            schema(table.schema().get());
        }
        indexes(table.indexes());
        values.value(table.highestKey());
    }

    public void indexes(List<IndexDescription> indexes) throws IOException {
        out.varint(indexes.size());
        for (IndexDescription index : indexes) {
            out.string(index.field());
            out.string(index.type().name());
        }
    }

    private void schema(Schema schema) throws IOException {
        out.varint(schema.fields().size());
        for (String field : schema.fields()) {
            out.string(field);
            out.u8(Tag.of(schema.type(field)));
            out.u8(schema.isNullable(field) ? 1 : 0);
            values.value(Values.in(field, schema.defaultValue(field).orElse(null)));
        }
    }
}
