package io.dictdb.internal.mapping;

import io.dictdb.internal.value.Arguments;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fields of a row into a Java record and back.
 *
 * <p>Reading takes each component from the field of its name, a missing one as null, and hands all to the canonical constructor. Writing is the
 * reverse; an enum becomes its constant's name, an empty Optional null, a record a map. Whatever does not fit is an
 * {@link IllegalArgumentException} that names record class, component, value and the value's class.
 *
 * <p>A mapper is made once per class and kept in a {@link ClassValue}, that is, as long as the class itself: a static map would hold the
 * classes of every web application ever redeployed. Constructor and accessors are method handles; they reach private and local
 * records, but not those of a module that keeps their package closed, and then the exception spells out the missing line.
 *
 * @param <R> the record class
 */
public final class RecordMapper<R extends java.lang.Record> {
    private static final ClassValue<RecordMapper<?>> MAPPERS = new ClassValue<>() {
        @Override
        protected RecordMapper<?> computeValue(Class<?> type) {
            RecordMapper<?> mapper = new RecordMapper<>(type.asSubclass(java.lang.Record.class));
            mapper.checkRecords(new HashSet<>(Set.of(type)));
            return mapper;
        }
    };

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Class<R> type;
    private final List<Component> components;
    private final MethodHandle constructor;

    RecordMapper(Class<R> type) {
        this.type = type;
        RecordComponent[] declared = components(type);
        this.components = Arrays.stream(declared).map(this::component).toList();
        this.constructor = constructor(declared);
    }

    /** The mapper of a record class, or IllegalArgumentException when one of its components, however deep, cannot be mapped. */
    @SuppressWarnings("unchecked")
    public static <R extends java.lang.Record> RecordMapper<R> of(Class<R> type) {
        Arguments.require(
                Arguments.notNull(type, "record class").isRecord(), "%s is not a record class", type.getName());
        return (RecordMapper<R>) MAPPERS.get(type);
    }

    static RecordComponent[] components(Class<?> type) {
        return Arguments.notNull(type.getRecordComponents(), "record components");
    }

    private Component component(RecordComponent component) {
        Form form = Component.form(type, component);
        MethodHandle accessor =
                handle(component.getAccessor(), LOOKUP::unreflect).asType(MethodType.genericMethodType(1));
        return new Component(component.getName(), Component.where(type, component), form, accessor);
    }

    private MethodHandle constructor(RecordComponent[] declared) {
        Class<?>[] types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return handle(canonical(types), LOOKUP::unreflectConstructor)
                .asFixedArity()
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    private Constructor<R> canonical(Class<?>[] types) {
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", e);
        }
    }

    private interface Unreflection<M> {
        MethodHandle apply(M member) throws IllegalAccessException;
    }

    private <M extends AccessibleObject> MethodHandle handle(M member, Unreflection<M> unreflection) {
        try {
            member.setAccessible(true);
            return unreflection.apply(member);
        } catch (InaccessibleObjectException | IllegalAccessException e) {
            throw closed(e);
        }
    }

    private IllegalArgumentException closed(Exception cause) {
        String module = type.getModule().getName();
        return new IllegalArgumentException(
                "record " + type.getName() + " is out of reach: add 'opens " + type.getPackageName()
                        + " to io.dictdb.core;' to the module-info of " + module,
                cause);
    }

    void checkRecords(Set<Class<?>> seen) {
        components.forEach(component -> component.checkRecords(seen));
    }

    /** The record of a row's fields. */
    public R read(Map<String, ? extends @Nullable Object> fields) {
        @Nullable Object[] arguments = new @Nullable Object[components.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = components.get(i).read(fields);
        }
        return construct(arguments);
    }

    private R construct(@Nullable Object[] arguments) {
        try {
            return type.cast((Object) constructor.invokeExact(arguments));
        } catch (Error fault) {
            throw fault;
        } catch (Throwable fault) {
            throw new IllegalArgumentException(
                    "record " + type.getName() + ": its constructor failed: " + fault, fault);
        }
    }

    /** The fields of a record, in the order of its components, for insertion: lists inside may be the record's own. */
    public Map<String, @Nullable Object> write(R record) {
        return writeAny(Arguments.notNull(record, "record"), 1);
    }

    Map<String, @Nullable Object> writeAny(Object record, int depth) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Component component : components) {
            fields.put(component.name(), component.write(record, depth));
        }
        return Collections.unmodifiableMap(fields);
    }
}
