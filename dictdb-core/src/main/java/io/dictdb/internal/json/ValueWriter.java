package io.dictdb.internal.json;

import io.dictdb.internal.value.FrozenList;
import io.dictdb.internal.value.ShapedMap;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes values and records. */
final class ValueWriter {
    private final JsonGenerator out;

    ValueWriter(JsonGenerator out) {
        this.out = out;
    }

    /** A record is never taken for a tagged value, so its names stand as they are. */
    void record(ShapedMap record) {
        out.writeStartObject();
        for (int i = 0; i < record.size(); i++) {
            out.writeName(record.shape().name(i));
            value(record.cell(i));
        }
        out.writeEndObject();
    }

    void value(@Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String s) {
            out.writeString(s);
        } else if (value instanceof Long n) {
            out.writeNumber(n);
        } else if (value instanceof Double d && Double.isFinite(d)) {
            out.writeNumber(d);
        } else if (value instanceof Boolean b) {
            out.writeBoolean(b);
        } else if (value instanceof FrozenList list) {
            list(list);
        } else if (value instanceof ShapedMap map) {
            map(map);
        } else if (value instanceof BigInteger n) {
            out.writeNumber(n);
        } else {
            tagged(value);
        }
    }

    private void list(FrozenList list) {
        out.writeStartArray();
        for (int i = 0; i < list.size(); i++) {
            value(list.inner(i));
        }
        out.writeEndArray();
    }

    private void map(ShapedMap map) {
        if (map.size() == 1 && Tagged.isMarked(map.shape().name(0))) {
            out.writeStartObject();
            out.writeName(Tagged.MARK + map.shape().name(0));
            value(map.cell(0));
            out.writeEndObject();
        } else {
            record(map);
        }
    }

    private void tagged(Object value) {
        out.writeStartObject();
        out.writeName(String.valueOf(Tagged.tag(value)));
        out.writeString(Tagged.text(value));
        out.writeEndObject();
    }
}
