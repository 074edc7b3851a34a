package io.dictdb.contract;

import io.dictdb.Aggregate;
import io.dictdb.BadValue;
import io.dictdb.Condition;
import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.FileFormat;
import io.dictdb.IndexType;
import io.dictdb.InsertOptions;
import io.dictdb.LoadOptions;
import io.dictdb.OnConflict;
import io.dictdb.SaveOptions;
import io.dictdb.Schema;
import io.dictdb.TransactionOptions;
import io.dictdb.Upserted;
import io.dictdb.backup.Retention;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of a public method or constructor with null, or an array that holds null, for one parameter that is not marked
 * {@code @Nullable} and with sound values for the others.
 *
 * @param executable what is called
 * @param target on which object; null for static methods and constructors
 * @param position the parameter
 * @param insideArray whether null stands inside an array
 */
record NullCall(Executable executable, @Nullable Object target, int position, boolean insideArray) {
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(String.class, "v"),
            Map.entry(Object.class, 1),
            Map.entry(Class.class, NullSweepTest.Item.class),
            Map.entry(Map.class, Map.of("v", "x")),
            Map.entry(List.class, List.of()),
            Map.entry(Collection.class, List.of()),
            Map.entry(Condition.class, Dsl.all()),
            Map.entry(Schema.class, Schema.builder().build()),
            Map.entry(InsertOptions.class, InsertOptions.defaults()),
            Map.entry(BadValue.class, BadValue.REFUSE),
            Map.entry(CsvOptions.class, CsvOptions.defaults()),
            Map.entry(Path.class, Path.of("missing.csv")),
            Map.entry(Charset.class, StandardCharsets.UTF_8),
            Map.entry(OnConflict.class, OnConflict.UPDATE),
            Map.entry(IndexType.class, IndexType.HASH),
            Map.entry(TransactionOptions.class, TransactionOptions.defaults()),
            Map.entry(FileFormat.class, FileFormat.JSON),
            Map.entry(LoadOptions.class, LoadOptions.defaults()),
            Map.entry(SaveOptions.class, SaveOptions.defaults()),
            Map.entry(Executor.class, (Executor) Runnable::run),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(DictDB.class, DictDB.create()),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Clock.class, Clock.systemUTC()),
            Map.entry(Retention.class, Retention.keepAll()),
            Map.entry(BiConsumer.class, (BiConsumer<Object, Object>) (one, other) -> {}),
            Map.entry(long.class, 1L),
            Map.entry(Consumer.class, (Consumer<Object>) any -> {}),
            Map.entry(Function.class, Function.identity()),
            Map.entry(Predicate.class, (Predicate<Object>) row -> true),
            Map.entry(LongConsumer.class, (LongConsumer) n -> {}),
            Map.entry(Condition.Operator.class, Condition.Operator.EQ),
            Map.entry(Aggregate.Function.class, Aggregate.Function.COUNT),
            Map.entry(Upserted.Action.class, Upserted.Action.IGNORED),
            Map.entry(Record.class, new NullSweepTest.Item(1L, 2)),
            Map.entry(int.class, 1),
            Map.entry(boolean.class, true),
            Map.entry(char.class, ';'),
            Map.entry(Character.class, '!'));

    /** The calls of a type's own methods: static ones when there is no target, otherwise those of the target. */
    static Stream<NullCall> ofMethods(Class<?> type, @Nullable Object target) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && !method.getName().equals("equals"))
                .filter(method -> Modifier.isStatic(method.getModifiers()) == (target == null))
                .flatMap(method -> of(method, target, method.getAnnotatedParameterTypes()));
    }

    static Stream<NullCall> ofConstructor(Class<?> recordClass) {
        RecordComponent[] components = recordClass.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            AnnotatedType[] annotated = Arrays.stream(components)
                    .map(RecordComponent::getAnnotatedType)
                    .toArray(AnnotatedType[]::new);
            return of(recordClass.getDeclaredConstructor(types), null, annotated);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<NullCall> of(Executable executable, @Nullable Object target, AnnotatedType[] types) {
        return IntStream.range(0, types.length).boxed().flatMap(i -> {
            Stream<NullCall> whole =
                    refusesNull(types[i]) ? Stream.of(new NullCall(executable, target, i, false)) : Stream.empty();
            boolean elements = types[i] instanceof AnnotatedArrayType array
                    && refusesNull(array.getAnnotatedGenericComponentType());
            return elements ? Stream.concat(whole, Stream.of(new NullCall(executable, target, i, true))) : whole;
        });
    }

    private static boolean refusesNull(AnnotatedType type) {
        boolean primitive = type.getType() instanceof Class<?> c && c.isPrimitive();
        return !primitive && !type.isAnnotationPresent(Nullable.class);
    }

    /** What the call throws; null when it returns. */
    @Nullable
    Throwable thrown() {
        Class<?>[] types = executable.getParameterTypes();
        Object[] arguments = Arrays.stream(types).map(NullCall::sample).toArray();
        arguments[position] = insideArray ? Array.newInstance(types[position].getComponentType(), 1) : null;
        try {
            executable.setAccessible(true);
            Object ignored = executable instanceof Constructor<?> constructor
                    ? constructor.newInstance(arguments)
                    : ((Method) executable).invoke(target, arguments);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    static @Nullable Throwable thrownBy(Runnable call) {
        try {
            call.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static Object sample(Class<?> type) {
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        Object sample = SAMPLES.get(type);
        if (sample == null) {
            throw new AssertionError("NullCall needs a sample of " + type);
        }
        return sample;
    }

    @Override
    public String toString() {
        String what = insideArray ? "null inside " : "null for ";
        return executable.getDeclaringClass().getSimpleName() + "." + executable.getName() + ": " + what
                + executable.getParameters()[position].getName() + " (parameter " + (position + 1) + " of "
                + executable.getParameterCount() + ")";
    }
}
