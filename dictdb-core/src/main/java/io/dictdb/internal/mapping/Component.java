package io.dictdb.internal.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A component of a record class: the field of its name, its form, and where it is for whoever must be told. */
record Component(String name, String where, Form form, MethodHandle accessor) {
    static String where(Class<?> type, RecordComponent component) {
        return "record " + type.getName() + ", component '" + component.getName() + "'";
    }

    /** The form of a component, or an exception that names it. */
    static Form form(Class<?> type, RecordComponent component) {
        try {
            return Forms.of(component.getGenericType());
        } catch (IllegalArgumentException fault) {
            throw at(where(type, component), fault);
        }
    }

    @Nullable
    Object read(Map<String, ? extends @Nullable Object> fields) {
        try {
            return form.read(fields.get(name));
        } catch (Misfit misfit) {
            throw misfit.in(where);
        }
    }

    @Nullable
    Object write(Object record, int depth) {
        Object object = get(record);
        try {
            return object == null ? null : form.write(object, depth);
        } catch (Misfit misfit) {
            throw misfit.in(where);
        }
    }

    private @Nullable Object get(Object record) {
        try {
            return (Object) accessor.invokeExact(record);
        } catch (Error fault) {
            throw fault;
        } catch (Throwable fault) {
            throw new IllegalArgumentException(where + ": its accessor failed: " + fault, fault);
        }
    }

    /** Builds the mappers of the record classes inside, each once, so that a class that cannot be mapped is found out at once. */
    void checkRecords(Set<Class<?>> seen) {
        form.records().filter(seen::add).forEach(nested -> {
            try {
                new RecordMapper<>(nested).checkRecords(seen);
            } catch (IllegalArgumentException fault) {
                throw at(where, fault);
            }
        });
    }

    private static IllegalArgumentException at(String where, IllegalArgumentException fault) {
        return new IllegalArgumentException(where + ": " + fault.getMessage(), fault);
    }
}
