package io.dictdb.pickle;

import io.dictdb.DictDB;
import io.dictdb.Schema;
import io.dictdb.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small database of all that a pickle keeps. */
final class Everything {
    private Everything() {}

    static DictDB create() {
        DictDB db = DictDB.create();
        Table table = db.createTable("values");
        for (Object value : values()) {
            table.insert(Collections.singletonMap("value", value));
        }
        table.insert(Map.of());
        table.insert(Map.of("id", "text", "value", 1));
        table.insert(Map.of("id", 2.5, "value", 1));
        table.insert(Map.of("id", true, "\u20ac", 1));
        table.insert(Map.of("id", BigInteger.TWO.pow(70)));
        table.delete(io.dictdb.Dsl.field("id").in(1, 3, BigInteger.TWO.pow(70)));
        Schema.Builder schema = Schema.builder().field("code", String.class).field("n", Long.class);
        schema.field("f", Double.class).field("b", Boolean.class);
        schema.field("l", List.class).field("m", Map.class);
        db.createTable("typed", "code", schema.build())
                .insert(Map.of("code", "a", "n", 1, "f", 2, "b", false, "l", List.of(), "m", Map.of("x", 1)));
        db.createTable("a \"name\"\n\u0000\ud83d\ude00", "the key");
        return db;
    }

    static List<Object> values() {
        List<Object> values =
                new ArrayList<>(Arrays.asList(null, true, false, "", "x", "\u00e9\u20ac\ud83d\ude00", "\udc00 \ud800"));
        for (int bits = 0; bits < 72; bits++) {
            BigInteger power = BigInteger.TWO.pow(bits);
            values.addAll(List.of(
                    power,
                    power.subtract(BigInteger.ONE),
                    power.negate(),
                    power.negate().subtract(BigInteger.ONE)));
        }
        values.addAll(List.of(BigInteger.TEN.pow(999), BigInteger.TEN.pow(999).negate()));
        values.addAll(List.of(
                0.0,
                -0.0,
                0.1,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY));
        values.addAll(List.of(new byte[0], new byte[] {0, -1}, new byte[255], new byte[256], new byte[70_000]));
        values.addAll(List.of("x".repeat(70_000), "\u20ac".repeat(70_000)));
        for (int length : new int[] {127, 128, 255, 256, 300}) {
            values.addAll(List.of(
                    "x".repeat(length),
                    "\u00e9".repeat(length),
                    "\u20ac".repeat(length),
                    "\ud83d\ude00".repeat(length)));
        }
        values.addAll(List.of(List.of(), List.of(List.of(), 1), Map.of(), nested()));
        return values;
    }

    private static Map<String, Object> nested() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", Arrays.asList(null, 1L, new byte[] {7}));
        map.put("a", Map.of("value", List.of("same", "same")));
        map.put("", "");
        return map;
    }
}
