package io.dictdb.internal.mapping;

import io.dictdb.internal.value.Arguments;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * A single value as a Java class, for the typed getters: the conversions of {@link RecordMapper}, with the exceptions of a getter. A value
 * of another kind is a {@link ClassCastException}, a number that does not fit an {@link ArithmeticException}, a name without
 * constant or a map without record an {@link IllegalArgumentException}.
 */
public final class Conversion {
    private static final ClassValue<Form> FORMS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return Forms.of(type);
        }
    };

    private Conversion() {}

    /**
     * Converts a value as a row hands it out, a byte[] already cloned. Null stays null, for a primitive class too, except that an Optional
     * becomes empty.
     *
     * @param where the field's name
     */
    @SuppressWarnings("unchecked")
    public static <T> @Nullable T to(Class<T> type, @Nullable Object value, String where) {
        if (Arguments.notNull(type, "class").isInstance(value)) {
            return (T) value;
        }
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        try {
            return (T) FORMS.get(boxed).read(value);
        } catch (Misfit misfit) {
            throw misfit.inField(where);
        }
    }
}
