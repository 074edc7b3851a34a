package io.dictdb.internal.query;

import io.dictdb.internal.page.ValueRow;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns of a result: names, and the field behind each. */
public final class Projection {
    private final Shape names;
    private final String[] fields;

    private Projection(Map<String, String> fieldByName) {
        this.names = Shape.of(fieldByName.keySet().toArray(new String[0]));
        this.fields = fieldByName.values().toArray(new String[0]);
    }

    public static Projection of(String... columns) {
        Map<String, String> fieldByName = new LinkedHashMap<>();
        for (String column : Arguments.noNulls(columns, "column")) {
            fieldByName.put(column, column);
        }
        return new Projection(fieldByName);
    }

    public static Projection of(Map<String, String> fieldByAlias) {
        Map<String, String> copy = new LinkedHashMap<>(Arguments.notNull(fieldByAlias, "columns"));
        copy.forEach((alias, field) -> {
            Arguments.notNull(alias, "alias");
            Arguments.notNull(field, "field of '" + alias + "'");
        });
        return new Projection(copy);
    }

    @Override
    public String toString() {
        return IntStream.range(0, fields.length)
                .mapToObj(i -> fields[i].equals(names().get(i)) ? fields[i] : fields[i] + " as " + names().get(i))
                .collect(Collectors.joining(", "));
    }

    /** The names of the columns, in order. */
    public List<String> names() {
        return names.names();
    }

    int[] fields(Fields slots) {
        int[] numbers = new int[fields.length];
        for (int i = 0; i < fields.length; i++) {
            numbers[i] = slots.number(fields[i]);
        }
        return numbers;
    }

    ValueRow row(Cursor at, int[] numbers) {
        @Nullable Object[] values = new @Nullable Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            values[i] = at.value(numbers[i]);
        }
        return new ValueRow(names, values);
    }
}
