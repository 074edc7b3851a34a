package io.dictdb.internal.bytes;

import io.dictdb.internal.value.FrozenList;
import io.dictdb.internal.value.ShapedMap;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values: a {@link Tag} and what its class needs. */
public final class ValueOutput {
    private final ByteOutput out;

    public ValueOutput(ByteOutput out) {
        this.out = out;
    }

    public void value(@Nullable Object value) throws IOException {
        if (value instanceof String s) {
            out.u8(Tag.STRING);
            out.string(s);
        } else if (value instanceof Long n) {
            out.u8(Tag.LONG);
            out.signed(n);
        } else if (value instanceof Double d) {
            out.u8(Tag.DOUBLE);
            out.fixed64(Double.doubleToRawLongBits(d));
        } else if (value == null) {
            out.u8(Tag.NULL);
        } else if (value instanceof Boolean b) {
            out.u8(b ? Tag.TRUE : Tag.FALSE);
        } else {
            rare(value);
        }
    }

    private void rare(Object value) throws IOException {
        if (value instanceof BigInteger n) {
            out.u8(Tag.BIG_INTEGER);
            bytes(n.toByteArray());
        } else if (value instanceof BigDecimal d) {
            out.u8(Tag.DECIMAL);
            out.signed(d.scale());
            bytes(d.unscaledValue().toByteArray());
        } else if (value instanceof UUID id) {
            out.u8(Tag.UUID);
            out.fixed64(id.getMostSignificantBits());
            out.fixed64(id.getLeastSignificantBits());
        } else if (value instanceof byte[] bytes) {
            out.u8(Tag.BYTES);
            bytes(bytes);
        } else if (value instanceof FrozenList list) {
            list(list);
        } else if (value instanceof ShapedMap map) {
            map(map);
        } else {
            time(value);
        }
    }

    private void time(Object value) throws IOException {
        if (value instanceof LocalDate date) {
            out.u8(Tag.DATE);
            out.signed(date.toEpochDay());
        } else if (value instanceof LocalTime time) {
            out.u8(Tag.TIME);
            out.varint(time.toNanoOfDay());
        } else if (value instanceof LocalDateTime both) {
            out.u8(Tag.DATE_TIME);
            out.signed(both.toLocalDate().toEpochDay());
            out.varint(both.toLocalTime().toNanoOfDay());
        } else if (value instanceof Instant instant) {
            out.u8(Tag.INSTANT);
            out.signed(instant.getEpochSecond());
            out.varint(instant.getNano());
        } else {
            throw new IllegalStateException("no value: " + value.getClass());
        }
    }

    private void bytes(byte[] bytes) throws IOException {
        out.varint(bytes.length);
        out.bytes(bytes, 0, bytes.length);
    }

    private void list(FrozenList list) throws IOException {
        out.u8(Tag.LIST);
        out.varint(list.size());
        for (int i = 0; i < list.size(); i++) {
            value(list.inner(i));
        }
    }

    private void map(ShapedMap map) throws IOException {
        out.u8(Tag.MAP);
        out.varint(map.size());
        for (int i = 0; i < map.size(); i++) {
            out.string(map.shape().name(i));
            value(map.cell(i));
        }
    }
}
