package io.dictdb.internal.mapping;

import static java.util.Collections.singletonMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever does not fit is said with record class, component, value and the value's class. */
@SuppressWarnings({"ArrayRecordComponent", "UnusedMethod"
}) // arrays are refused; constructors and accessors are called by reflection
class RecordMapperFaultsTest {
    private static final String HERE = "record " + RecordMapperFaultsTest.class.getName() + "$";

    private enum Color {
        RED
    }

    private record All(
            byte b,
            Short s,
            int i,
            Long l,
            float f,
            Double d,
            boolean yes,
            Boolean no,
            String text,
            BigInteger big,
            BigDecimal decimal,
            Color color,
            Optional<Integer> maybe,
            List<Integer> list,
            Map<String, Color> map,
            Inner inner) {}

    private record Inner(int deep) {}

    private record Strict(int positive) {
        Strict {
            if (positive < 0) {
                throw new IllegalStateException("negative: " + positive);
            }
            if (positive == 13) {
                throw new AssertionError("unlucky");
            }
        }
    }

    private record Broken(String text) {
        @Override
        public String text() {
            throw new IllegalStateException("not today");
        }
    }

    private record Loop(List<Object> loops, List<Loop> children) {}

    private record OfThread(String name, Thread worker) {}

    private record OfArray(int[] numbers) {}

    private record OfChar(char c) {}

    private record OfCollection(Collection<String> strings) {}

    private record OfArrayList(ArrayList<String> strings) {}

    private record OfIntegerKeys(Map<Integer, String> names) {}

    private record OfThreads(List<Map<String, Thread>> threads) {}

    private record OfGenericArray(List<String>[] lists) {}

    private record Pair<A, B>(A a, B b) {}

    private record OfPair(Pair<Integer, String> pair) {}

    private record OfNested(String name, List<OfThread> nested) {}

    private static All readAll(String field, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new HashMap<>(Map.of("b", 1L, "i", 1L, "f", 1.0, "yes", true));
        fields.put(field, value);
        return RecordMapper.of(All.class).read(fields);
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of("b", 128L, "Long 128 does not fit into byte"),
                Arguments.of("b", -129L, "Long -129 does not fit into byte"),
                Arguments.of("s", 32768L, "Long 32768 does not fit into Short"),
                Arguments.of("i", 1L << 31, "Long 2147483648 does not fit into int"),
                Arguments.of("i", null, "null is not of class int"),
                Arguments.of("i", 1.0, "Double 1.0 is not of class int"),
                Arguments.of("i", "1", "String '1' is not of class int"),
                Arguments.of("i", true, "Boolean true is not of class int"),
                Arguments.of("l", BigInteger.TWO.pow(63), "BigInteger 9223372036854775808 does not fit into Long"),
                Arguments.of("l", new BigDecimal("1.5"), "BigDecimal 1.5 does not fit into Long"),
                Arguments.of("f", 1e300, "Double 1.0E300 does not fit into float"),
                Arguments.of("f", null, "null is not of class float"),
                Arguments.of("d", BigInteger.TEN.pow(400), "does not fit into Double"),
                Arguments.of(
                        "d",
                        new BigDecimal("0.12345678901234567891"),
                        "BigDecimal 0.12345678901234567891 does not fit into Double"),
                Arguments.of("d", "x", "String 'x' is not of class Double"),
                Arguments.of("yes", 1L, "Long 1 is not of class Boolean"),
                Arguments.of("yes", null, "null is not of class boolean"),
                Arguments.of("no", "true", "String 'true' is not of class Boolean"),
                Arguments.of("text", 1L, "Long 1 is not of class String"),
                Arguments.of("big", 1.0, "Double 1.0 is not of class BigInteger"),
                Arguments.of("big", new BigDecimal("0.5"), "BigDecimal 0.5 does not fit into BigInteger"),
                Arguments.of("decimal", Double.NaN, "Double NaN does not fit into BigDecimal"),
                Arguments.of("decimal", "1", "String '1' is not of class BigDecimal"),
                Arguments.of("color", "BLUE", "String 'BLUE' is no constant of " + Color.class.getName()),
                Arguments.of("color", 0L, "Long 0 is not of class Color"),
                Arguments.of("maybe", "x", "String 'x' is not of class Integer"),
                Arguments.of("list", "x", "String 'x' is not of class List"),
                Arguments.of("list", List.of(1L, "x"), "String 'x' is not of class Integer"),
                Arguments.of("map", List.of(), "List [] is not of class Map"),
                Arguments.of("map", Map.of("a", "RED", "b", "x"), "String 'x' is no constant of"),
                Arguments.of("inner", List.of(), "List [] is not of class Inner"),
                Arguments.of(
                        "inner",
                        Map.of("deep", "x"),
                        HERE + "Inner, component 'deep': String 'x' is not of class int"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void aValueThatDoesNotFit(String component, @Nullable Object value, String message) {
        assertThatThrownBy(() -> readAll(component, value))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(HERE + "All, component '" + component + "': ")
                .hasMessageContaining(message);
    }

    @Test
    void aLongValueIsCutInTheMessage() {
        assertThatThrownBy(() -> readAll("i", "x".repeat(10_000)))
                .satisfies(fault -> assertThat(fault.getMessage().length()).isLessThan(400));
    }

    @Test
    void whatAConstructorThrowsIsTheCause() {
        assertThatThrownBy(() -> RecordMapper.of(Strict.class).read(Map.of("positive", -1L)))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(HERE + "Strict")
                .hasMessageContaining("negative: -1")
                .hasCauseExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> RecordMapper.of(Strict.class).read(Map.of("positive", 13L)))
                .isExactlyInstanceOf(AssertionError.class);
    }

    @Test
    void whatAnAccessorThrowsIsTheCause() {
        assertThatThrownBy(() -> RecordMapper.of(Broken.class).write(new Broken("x")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(HERE + "Broken, component 'text'")
                .hasCauseExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRecordThatContainsItselfIsRefusedAtTheLimitOfDepth() {
        List<Loop> children = new ArrayList<>();
        Loop loop = new Loop(List.of(), children);
        children.add(loop);
        assertThatThrownBy(() -> RecordMapper.of(Loop.class).write(loop))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nested deeper than 500");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                OfThread.class,
                OfArray.class,
                OfChar.class,
                OfCollection.class,
                OfArrayList.class,
                OfIntegerKeys.class,
                OfThreads.class,
                OfGenericArray.class,
                OfPair.class
            })
    <R extends java.lang.Record> void aClassThatNoValueCanBecome(Class<R> type) {
        String component = type.getRecordComponents()[type.getRecordComponents().length - 1].getName();
        assertThatThrownBy(() -> RecordMapper.of(type))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("record " + type.getName() + ", component '" + component + "': ");
    }

    @Test
    void theClassIsNamed() {
        assertThatThrownBy(() -> RecordMapper.of(OfThreads.class)).hasMessageContaining("java.lang.Thread");
        assertThatThrownBy(() -> RecordMapper.of(OfPair.class))
                .hasMessageContaining("Pair<java.lang.Integer, java.lang.String>");
    }

    @Test
    void aClassDeepInsideIsFoundAtOnceAndEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> RecordMapper.of(OfNested.class))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage(HERE + "OfNested, component 'nested': " + HERE + "OfThread, component 'worker': "
                            + "java.lang.Thread is not a class that values can become (value classes, narrower numbers,"
                            + " enums, records without type arguments, Optional, List<…> and Map<String, …> of these)");
        }
    }

    @Test
    void nullAndRecordItselfAreNoRecordClasses() {
        assertThatThrownBy(() -> RecordMapper.of(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordMapper.of(java.lang.Record.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordMapper.of(Inner.class).write(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMapWithoutFieldsIsFineForAnInnerRecordOfReferencesOnly() {
        assertThat(RecordMapper.of(OfEmpty.class).read(singletonMap("inner", Map.of())))
                .isEqualTo(new OfEmpty(new References(null)));
    }

    private record References(@Nullable String text) {}

    private record OfEmpty(References inner) {}
}
