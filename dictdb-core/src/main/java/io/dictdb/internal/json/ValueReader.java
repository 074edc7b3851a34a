package io.dictdb.internal.json;

import io.dictdb.LoadOptions;
import io.dictdb.internal.value.FrozenList;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Limits;
import io.dictdb.internal.value.Shape;
import io.dictdb.internal.value.Values;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Reads values and records: each call begins at the first token of one and ends at its last. What is wrong is an {@link IllegalArgumentException}. */
final class ValueReader {
    private static final int FEW = 8;
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private final JsonParser in;
    private final LoadOptions options;
    private boolean literal = true;
    private Shape shape = Shape.EMPTY;

    ValueReader(JsonParser in, LoadOptions options) {
        this.in = in;
        this.options = options;
    }

    /** From now on objects may be tagged values; Python writes none, but bare NaN and infinities. */
    void expectTags() {
        literal = false;
    }

    boolean isLiteral() {
        return literal;
    }

    /** A record; records that follow each other mostly have the same shape. */
    FrozenMap record() {
        Fields fields = new Fields(Math.max(shape.size(), 1));
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            fields.add(name, value(name, 0));
        }
        shape = fields.shape(shape);
        return new FrozenMap(shape, fields.values());
    }

    /** The value that follows a name or stands in a list. */
    @Nullable
    Object value(String field, int depth) {
        return value(field, in.nextToken(), depth);
    }

    /** The value whose first token has been read. */
    @Nullable
    Object current(String field) {
        return value(field, in.currentToken(), 0);
    }

    private @Nullable Object value(String field, @Nullable JsonToken token, int depth) {
        return switch (token == null ? JsonToken.NOT_AVAILABLE : token) {
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> integer(field);
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case START_ARRAY -> list(field, deeper(depth));
            case START_OBJECT -> map(field, deeper(depth));
            default -> throw new IllegalArgumentException("a value was expected, not " + token);
        };
    }

    private @Nullable Object integer(String field) {
        if (in.getNumberType() != NumberType.BIG_INTEGER) {
            return in.getLongValue();
        }
        long digits = in.getString().chars().filter(Character::isDigit).count();
        if (digits > options.maxDigits()) {
            throw new IllegalArgumentException("a number has more digits than " + options.maxDigits());
        }
        return Values.in(field, in.getBigIntegerValue());
    }

    private Double decimal() {
        double value = in.getDoubleValue();
        if (!Double.isFinite(value) && !(literal && NOT_FINITE.contains(in.getString()))) {
            throw new IllegalArgumentException("not a number of 64 bits: " + in.getString());
        }
        return value;
    }

    private int deeper(int depth) {
        if (depth == options.maxDepth()) {
            throw new IllegalArgumentException("nested deeper than " + depth);
        }
        return depth + 1;
    }

    private FrozenList list(String field, int depth) {
        @Nullable Object[] elements = new @Nullable Object[FEW];
        int n = 0;
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            elements = n == elements.length ? Arrays.copyOf(elements, n * 2) : elements;
            elements[n++] = value(field, token, depth);
        }
        return FrozenList.of(Arrays.copyOf(elements, n));
    }

    private @Nullable Object map(String field, int depth) {
        Fields fields = new Fields(FEW);
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            fields.add(name, value(field, depth));
        }
        return !literal && fields.isMarked()
                ? Values.in(field, fields.unmarked())
                : new FrozenMap(fields.shape(Shape.EMPTY), fields.values());
    }

    /** Names and values as they come. */
    private static final class Fields {
        private String[] names;
        private @Nullable Object[] values;
        private int size;

        Fields(int expected) {
            names = new String[expected];
            values = new @Nullable Object[expected];
        }

        void add(String name, @Nullable Object value) {
            if (name.length() > Limits.NAME_CHARS) {
                Limits.checkName(size == 0 && Tagged.isMarked(name) ? name.substring(1) : name);
            }
            if (size == names.length) {
                names = Arrays.copyOf(names, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            names[size] = name;
            values[size++] = value;
        }

        boolean isMarked() {
            return size == 1 && Tagged.isMarked(names[0]);
        }

        /** The tagged value, or the map whose mark was doubled. */
        Object unmarked() {
            String inner = names[0].substring(1);
            if (Tagged.isMarked(inner)) {
                return new FrozenMap(Shape.of(inner), values());
            }
            if (values[0] instanceof String text) {
                return Tagged.value(names[0], text);
            }
            throw new IllegalArgumentException("the value of '" + names[0] + "' must be a text");
        }

        /** The shape of the names: the known one, if it is that. */
        Shape shape(Shape known) {
            boolean same = known.size() == size;
            for (int i = 0; same && i < size; i++) {
                same = names[i].equals(known.name(i));
            }
            return same ? known : Shape.of(Arrays.copyOf(names, size));
        }

        @Nullable
        Object[] values() {
            return size == values.length ? values : Arrays.copyOf(values, size);
        }
    }
}
