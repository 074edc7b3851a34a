package io.dictdb.internal.engine;

import io.dictdb.Schema;
import io.dictdb.internal.value.Values;
import org.jspecify.annotations.Nullable;

/** Whether schemas say the same. */
final class Schemas {
    private Schemas() {}

    static boolean same(@Nullable Schema a, @Nullable Schema b) {
        return a == null || b == null
                ? a == b
                : a.fields().equals(b.fields())
                        && a.fields().stream()
                                .allMatch(field -> a.type(field) == b.type(field)
                                        && a.isNullable(field) == b.isNullable(field)
                                        && Values.equal(standIn(a, field), standIn(b, field)));
    }

    private static @Nullable Object standIn(Schema schema, String field) {
        return schema.defaultValue(field).map(value -> Values.in(field, value)).orElse(null);
    }
}
