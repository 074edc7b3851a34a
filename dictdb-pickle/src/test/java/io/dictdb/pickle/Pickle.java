package io.dictdb.pickle;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes pickles instruction by instruction, sensible ones and others; shares nothing with the code under test. */
final class Pickle {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Pickle protocol(int version) {
        return new Pickle().raw(0x80, version);
    }

    Pickle raw(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    /** Instructions whose codes are ASCII, and the text lines that follow some of them. */
    Pickle ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Pickle i4(int op, int operand) {
        return raw(op).bytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(operand)
                .array());
    }

    Pickle i8(int op, long operand) {
        return raw(op).bytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(operand)
                .array());
    }

    Pickle bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Pickle text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return i4('X', utf8.length).bytes(utf8);
    }

    Pickle global(String module, String name) {
        return ascii("c" + module + "\n" + name + "\n");
    }

    /** A value as expected.json tells it. */
    Pickle value(Object value) {
        if (value instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            switch ((String) only.getKey()) {
                case "$tuple" -> {
                    return raw('(').values((List<?>) only.getValue()).raw('t');
                }
                case "$set" -> {
                    return raw(0x8f, '(').values((List<?>) only.getValue()).raw(0x90);
                }
                case "$frozenset" -> {
                    return raw('(').values((List<?>) only.getValue()).raw(0x91);
                }
                case "$bytes" -> {
                    byte[] bytes = java.util.HexFormat.of().parseHex((String) only.getValue());
                    return i4('B', bytes.length).bytes(bytes);
                }
                case "$dict" -> {
                    raw('}', '(');
                    ((List<?>) only.getValue()).forEach(entry -> values((List<?>) entry));
                    return raw('u');
                }
                default -> {}
            }
        }
        return plain(value);
    }

    private Pickle plain(Object value) {
        if (value == null) {
            return raw('N');
        }
        if (value instanceof Boolean b) {
            return ascii(b ? "I01\n" : "I00\n");
        }
        if (value instanceof Long || value instanceof BigInteger) {
            return ascii("L" + value + "L\n");
        }
        if (value instanceof Double) {
            return ascii("F" + value + "\n");
        }
        if (value instanceof List<?> list) {
            return raw(']', '(').values(list).raw('e');
        }
        if (value instanceof Map<?, ?> map) {
            raw('}', '(');
            map.forEach((name, inner) -> value(name).value(inner));
            return raw('u');
        }
        return text((String) value);
    }

    private Pickle values(List<?> values) {
        values.forEach(this::value);
        return this;
    }

    /** The object of a class of Python DictDB, up to where its attributes begin. */
    Pickle object(String module, String name) {
        return global(module, name).raw(')', 0x81, '}', '(');
    }

    Pickle database() {
        return object("dictdb.storage.database", "DictDB").text("tables").raw('}', '(');
    }

    /** The end of the attributes of a database, and of the file. */
    byte[] databaseEnds() {
        return raw('u', 'u', 'b', '.').done();
    }

    /** A table up to its records. */
    Pickle table(String name, String primaryKey) {
        text(name).object("dictdb.core.table", "Table").text("table_name").text(name);
        return text("primary_key").text(primaryKey).text("records").raw('}', '(');
    }

    Pickle tableEnds() {
        return raw('u').text("schema").raw('N').text("_next_pk").raw('K', 1).raw('u', 'b');
    }

    byte[] done() {
        return out.toByteArray();
    }
}
