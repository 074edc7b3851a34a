package io.dictdb.internal.image;

import io.dictdb.Schema;
import io.dictdb.internal.bytes.ByteOutput;
import io.dictdb.internal.bytes.Tag;
import io.dictdb.internal.bytes.ValueOutput;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.value.Values;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes an image. */
public final class ImageOutput {
    private final FrameOutput frames;
    private final ByteOutput out;
    private final ValueOutput values;

    private ImageOutput(OutputStream target) throws IOException {
        this.frames = new FrameOutput(target);
        this.out = new ByteOutput(Frame.PAYLOAD, frames);
        this.values = new ValueOutput(out);
    }

    /**
     * Writes all tables.
     *
     * @param sequence the number of the commit that they show
     */
    public static void write(long sequence, List<TablePart> tables, OutputStream target) throws IOException {
        ImageOutput image = new ImageOutput(target);
        image.out.varint(sequence);
        image.out.varint(tables.size());
        for (TablePart table : tables) {
            image.description(table.description());
            image.records(table);
        }
        image.out.flush();
        image.frames.end();
    }

    private void description(TableDescription table) throws IOException {
        out.string(table.name());
        out.string(table.primaryKey());
        out.u8(table.schema().isPresent() ? 1 : 0);
        if (table.schema().isPresent()) {
            schema(table.schema().get());
        }
        out.varint(table.indexes().size());
        for (IndexDescription index : table.indexes()) {
            out.string(index.field());
            out.string(index.type().name());
        }
        values.value(table.highestKey());
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

    private void records(TablePart table) throws IOException {
        out.varint(table.count());
        out.varint(table.nextRow());
        out.varint(table.pages().pages());
        PageOutput pages = new PageOutput(out);
        for (Page page = table.pages().ceiling(0);
                page != null;
                page = table.pages().ceiling(page.number() + 1)) {
            pages.page(page);
        }
    }
}
