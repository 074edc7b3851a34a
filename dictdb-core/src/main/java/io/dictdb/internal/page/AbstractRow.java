package io.dictdb.internal.page;

import io.dictdb.Row;
import io.dictdb.internal.mapping.Conversion;
import io.dictdb.internal.mapping.RecordMapper;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.internal.value.ValueTypes;
import io.dictdb.internal.value.Values;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all rows have in common: the typed getters over a {@link ShapedMap}. */
abstract class AbstractRow extends ShapedMap implements Row {
    @Override
    public final @Nullable String getString(String field) {
        return typed(String.class, field);
    }

    @Override
    public final @Nullable Integer getInt(String field) {
        Long value = getLong(field);
        return value == null ? null : (Integer) Math.toIntExact(value);
    }

    @Override
    public final @Nullable Long getLong(String field) {
        return value(field) instanceof BigInteger big ? (Long) big.longValueExact() : typed(Long.class, field);
    }

    @Override
    public final @Nullable Double getDouble(String field) {
        Number value = typed(Number.class, field);
        return value == null ? null : (Double) value.doubleValue();
    }

    @Override
    public final @Nullable Boolean getBoolean(String field) {
        return typed(Boolean.class, field);
    }

    @Override
    public final <T> @Nullable T get(String field, Class<T> type) {
        Arguments.notNull(type, "type");
        return Conversion.to(type, Values.out(value(field)), field);
    }

    private @Nullable Object value(String field) {
        return inner(Arguments.notNull(field, "field"));
    }

    private <T> @Nullable T typed(Class<T> type, String field) {
        Object value = value(field);
        if (value != null && !type.isInstance(value)) {
            throw new ClassCastException(
                    "field '" + field + "' holds a " + ValueTypes.describe(value) + ", not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    @Override
    public final Map<String, @Nullable Object> toMap() {
        return thawed();
    }

    @Override
    public final <R extends java.lang.Record> R as(Class<R> type) {
        return RecordMapper.of(Arguments.notNull(type, "type")).read(this);
    }
}
