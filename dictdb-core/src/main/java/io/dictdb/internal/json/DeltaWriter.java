package io.dictdb.internal.json;

import io.dictdb.internal.value.ShapedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/** Writes a delta of the structure of Python's, with keys that it passes over for what it lacks; {@link Tail} is what follows. */
public final class DeltaWriter {
    private final CRC32C checksum = new CRC32C();
    private final OutputStream target;
    private final JsonGenerator out;
    private final ValueWriter values;
    private final DescriptionWriter description;

    private DeltaWriter(OutputStream target) {
        this.target = target;
        this.out = JsonFormat.WRITING.createGenerator(Lines.context(), new CheckedOutputStream(target, checksum));
        this.values = new ValueWriter(out);
        this.description = new DescriptionWriter(out, values);
    }

    /** Writes all of it, and does not close the stream. */
    public static void write(Delta delta, OutputStream out) throws IOException {
        try {
            new DeltaWriter(out).write(delta);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void write(Delta delta) throws IOException {
        out.writeStartObject();
        out.writeNumberProperty(Names.VERSION, JsonFormat.VERSION);
        out.writeStringProperty(Names.TYPE, Names.DELTA);
        out.writeName(Names.TIMESTAMP);
        out.writeNumber(seconds(delta.at()));
        link(delta.link());
        names(delta.dropped());
        out.writeObjectPropertyStart(Names.TABLES);
        delta.tables().forEach(this::table);
        out.writeEndObject();
        out.writeRaw(",\n");
        out.flush();
        target.write(Tail.of(checksum.getValue()));
    }

    private static BigDecimal seconds(Instant at) {
        return BigDecimal.valueOf(at.getEpochSecond()).add(BigDecimal.valueOf(at.getNano() / 1000, 6));
    }

    private void link(Delta.@Nullable Link link) {
        if (link != null) {
            out.writeObjectPropertyStart(Names.FOLLOWS);
            out.writeStringProperty(Names.FILE, link.follows().file());
            out.writeStringProperty(Names.CHECKSUM, Tail.hex(link.follows().checksum()));
            out.writeEndObject();
            out.writeNumberProperty(Names.FROM, link.from());
            out.writeNumberProperty(Names.SEQUENCE, link.sequence());
        }
    }

    private void names(List<String> dropped) {
        out.writeArrayPropertyStart(Names.DROPPED);
        dropped.forEach(out::writeString);
        out.writeEndArray();
    }

    private void table(TableDelta table) {
        out.writeObjectPropertyStart(table.name());
        if (table.created()) {
            out.writeBooleanProperty(Names.CREATED, true);
        }
        if (table.description() != null) {
            description.write(table.description());
        }
        if (!table.moved().isEmpty()) {
            keys(Names.MOVED, table.moved());
        }
        out.writeArrayPropertyStart(Names.UPSERTS);
        for (ShapedMap record : table.upserts()) {
            values.record(record);
        }
        out.writeEndArray();
        keys(Names.DELETES, table.deletes());
        out.writeEndObject();
    }

    private void keys(String name, List<Object> keys) {
        out.writeArrayPropertyStart(name);
        keys.forEach(values::value);
        out.writeEndArray();
    }
}
