package io.dictdb.testkit;

import io.dictdb.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Schemas that fit a vocabulary more or less: most records pass, a good part does not. */
public final class Schemas {
    private static final Gen<Class<?>> RARE =
            Gen.of(BigDecimal.class, LocalDate.class, UUID.class, byte[].class, List.class, Map.class);

    private Schemas() {}

    /**
     * Schemas over the fields of a vocabulary; the key may be among them, and need not be an integer.
     *
     * @param words the fields and their kinds
     * @return a generator
     */
    public static Gen<Schema> over(Vocabulary words) {
        return c -> {
            Schema.Builder schema = Schema.builder();
            words.kinds().forEach((field, kind) -> add(c, schema, field, typeOf(c, kind)));
            switch (c.weighted(4, 4, 1, 1)) {
                case 1 -> schema.field(words.primaryKey(), Integer.class);
                case 2 -> schema.field(words.primaryKey(), String.class);
                case 3 -> schema.field(words.primaryKey(), Double.class);
                default -> {}
            }
            return schema.build();
        };
    }

    private static void add(Choices c, Schema.Builder schema, String field, Class<?> type) {
        @Nullable
        Object standIn = type == Long.class
                ? Integer.valueOf(7)
                : type == String.class ? "none" : type == Double.class ? 7 : null;
        if (c.weighted(1, 2) == 0) {
            schema.field(field, type);
        } else if (standIn != null && c.upTo(1) == 0) {
            schema.field(field, type, standIn);
        } else {
            schema.nullable(field, type);
        }
    }

    private static Class<?> typeOf(Choices c, Kind kind) {
        return switch (kind) {
            case SMALL, LONGS -> c.upTo(1) == 0 ? Long.class : Double.class;
            case NUMBERS, DOUBLES -> Double.class;
            case STRINGS, LETTERS -> String.class;
            case BOOLEANS -> Boolean.class;
            default -> RARE.draw(c);
        };
    }
}
