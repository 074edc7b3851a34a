package io.dictdb.internal.mapping;

import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * A value that does not become what was asked for. Says what, but not where: only the border knows the field or the component, and
 * which exception its callers were promised. It never leaves this package and carries no stack trace of its own.
 */
final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private enum Kind {
        OTHER_CLASS,
        OUT_OF_RANGE,
        REFUSED
    }

    private final Kind kind;

    private Misfit(Kind kind, String what, @Nullable Throwable cause) {
        super(what, cause, false, false);
        this.kind = kind;
    }

    static Misfit otherClass(@Nullable Object value, Class<?> type) {
        return new Misfit(Kind.OTHER_CLASS, named(value) + " is not of class " + type.getSimpleName(), null);
    }

    static Misfit outOfRange(Object value, Class<?> type) {
        return new Misfit(Kind.OUT_OF_RANGE, named(value) + " does not fit into " + type.getSimpleName(), null);
    }

    static Misfit noConstant(String name, Class<?> type) {
        return new Misfit(Kind.REFUSED, named(name) + " is no constant of " + type.getName(), null);
    }

    static Misfit tooDeep(int depth) {
        return new Misfit(Kind.REFUSED, "values are nested deeper than " + depth, null);
    }

    /** A fault inside a nested record, which has already said where in it. */
    static Misfit inside(IllegalArgumentException fault) {
        return new Misfit(Kind.REFUSED, String.valueOf(fault.getMessage()), fault);
    }

    /** What a caller of a typed getter gets. */
    RuntimeException inField(String field) {
        String message = "field '" + field + "': " + getMessage();
        RuntimeException fault = switch (kind) {
            case OTHER_CLASS -> new ClassCastException(message);
            case OUT_OF_RANGE -> new ArithmeticException(message);
            case REFUSED -> new IllegalArgumentException(message, getCause());
        };
        return fault;
    }

    /** What a caller who maps records gets. */
    IllegalArgumentException in(String component) {
        return new IllegalArgumentException(component + ": " + getMessage(), getCause());
    }

    private static String named(@Nullable Object value) {
        return value == null ? "null" : ValueTypes.describe(value) + " " + Literals.of(value);
    }
}
