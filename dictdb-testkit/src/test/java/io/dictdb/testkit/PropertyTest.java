package io.dictdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertyTest {
    @TempDir
    Path directory;

    @Test
    void aTrueClaimPasses() {
        AtomicInteger runs = new AtomicInteger();
        with("dictdb.scale", "1", () -> {
            property("true-claim").runs(50).check(Gen.ints(0, 9), i -> runs.incrementAndGet());
            return runs;
        });
        assertThat(runs).hasValue(50);
    }

    @Test
    void aNumberShrinksToTheBound() {
        assertThat(falsify(Gen.ints(0, 1_000_000), i -> require(i < 4_321)).value())
                .isEqualTo(4_321);
    }

    @Test
    void aListShrinksToTheElementsThatMatter() {
        Gen<List<Integer>> lists = Gen.ints(0, 1_000).list(0, 50);
        assertThat(falsify(
                                lists,
                                list -> require(
                                        list.stream().filter(i -> i > 700).count() < 2))
                        .value())
                .isEqualTo(List.of(701, 701));
    }

    @Test
    void shrinkingGoesThroughMapAndFlatMap() {
        Gen<List<String>> lists = Gen.ints(1, 9).flatMap(n -> repeated(n).list(0, 9));
        Object least = falsify(lists, list -> require(String.join("", list).length() < 3))
                .value();
        assertThat(least).isIn(List.of("xxx"), List.of("x", "xx"), List.of("xx", "x"), List.of("x", "x", "x"));
    }

    private static Gen<String> repeated(int atMost) {
        return Gen.ints(0, atMost).map("x"::repeat);
    }

    @Test
    void aListOfListsShrinks() {
        Gen<List<List<Integer>>> lists = Gen.ints(0, 9).list(0, 9).list(0, 9);
        assertThat(falsify(lists, list -> require(list.stream().noneMatch(inner -> inner.contains(7))))
                        .value())
                .isEqualTo(List.of(List.of(7)));
    }

    @Test
    void aTreeShrinksToTheBranchThatMatters() {
        assertThat(falsify(tree(6), tree -> require(!tree.contains("bad"))).value())
                .isEqualTo("bad");
    }

    private static Gen<String> tree(int depth) {
        Gen<String> leaf = Gen.of("good", "fine", "bad");
        Gen<String> shape = depth == 0
                ? leaf
                : Gen.frequency(
                        Gen.weight(1, leaf),
                        Gen.weight(
                                3,
                                c -> "(" + tree(depth - 1).draw(c) + " "
                                        + tree(depth - 1).draw(c) + ")"));
        return Gen.tree("tree", () -> shape);
    }

    @Test
    void shrinkingKeepsToTheSameException() {
        PropertyFailure failure = falsify(Gen.ints(0, 1_000), i -> {
            require(i < 500);
            Math.floorDiv(1, i);
        });
        assertThat(failure.value()).isIn(500, 0);
        assertThat(failure.getCause())
                .isInstanceOf(failure.value().equals(0) ? ArithmeticException.class : IllegalStateException.class);
    }

    @Test
    void aSeedReproducesTheFailure() {
        Gen<List<Integer>> lists = Gen.ints(0, 1_000).list(0, 50);
        Consumer<List<Integer>> test = list -> require(list.size() < 20);
        PropertyFailure first = falsify(lists, test);
        PropertyFailure again = with("dictdb.seed", Long.toString(first.seed()), () -> falsify(lists, test));
        assertThat(again.seed()).isEqualTo(first.seed());
        assertThat(again).hasMessageContaining("run 1,");
        assertThat(again.value()).isEqualTo(first.value());
    }

    @Test
    void theSameSeedGivesTheSameRuns() {
        List<Integer> values = with("dictdb.seed", "42", this::valuesOfFiveRuns);
        assertThat(values).doesNotHaveDuplicates().isEqualTo(with("dictdb.seed", "42", this::valuesOfFiveRuns));
    }

    private List<Integer> valuesOfFiveRuns() {
        List<Integer> values = new ArrayList<>();
        property("five-runs").runs(5).check(Gen.ints(0, Integer.MAX_VALUE - 1), values::add);
        return values;
    }

    @Test
    void theFailureSaysHowToSeeItAgain() {
        PropertyFailure failure = falsify(Gen.ints(0, 9), i -> require(i < 3));
        assertThat(failure)
                .hasMessageContaining("value:  3")
                .hasMessageContaining("mvn test -Dtest=PropertyTest#falsify ")
                .hasMessageEndingWith(" -Ddictdb.seed=" + failure.seed());
    }

    @Test
    void theSeedIsPrintedFirst() {
        PrintStream usual = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            with("dictdb.seed", "99", this::valuesOfFiveRuns);
        } finally {
            System.setOut(usual);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("property five-runs: seed 99, 5 runs; again with -Ddictdb.seed=99");
    }

    @Test
    void failingSeedsAreKept() throws IOException {
        PropertyFailure first = falsify(Gen.ints(0, 9), i -> require(i < 3));
        PropertyFailure second = falsify(Gen.ints(0, 9), i -> require(i < 3));
        assertThat(Files.readAllLines(directory.resolve("falsified.txt")))
                .containsExactly(first.seed() + "", second.seed() + "");
    }

    @Test
    void seedsOfTheResourceAreReplayedFirst() {
        List<Integer> values = with("dictdb.scale", "1", this::valuesOfRememberedRuns);
        assertThat(values)
                .hasSize(3)
                .startsWith(
                        Gen.ints(0, 1_000).draw(Choices.random(1)),
                        Gen.ints(0, 1_000).draw(Choices.random(-2)));
    }

    private List<Integer> valuesOfRememberedRuns() {
        List<Integer> values = new ArrayList<>();
        property("remembered-example").runs(1).check(Gen.ints(0, 1_000), values::add);
        return values;
    }

    @Test
    void theScaleMultipliesTheRuns() {
        assertThat(with("dictdb.scale", "2", this::valuesOfFiveRuns)).hasSize(10);
        assertThat(with("dictdb.scale", "0.2", this::valuesOfFiveRuns)).hasSize(1);
    }

    @Test
    void nonsenseIsRefusedWhereItIsTyped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Property.named("a/b"))
                .withMessageContaining("a/b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Property.named("a").runs(0))
                .withMessageContaining("0");
    }

    @Test
    void aMistakeInAGeneratorIsNoFailureOfTheProperty() {
        Gen<List<Integer>> broken = c -> List.of(Integer.parseInt("x"));
        assertThatCode(() -> property("broken").check(broken, list -> {}))
                .isExactlyInstanceOf(NumberFormatException.class);
    }

    private <T> PropertyFailure falsify(Gen<T> gen, Consumer<T> test) {
        return catchThrowableOfType(
                PropertyFailure.class, () -> property("falsified").runs(500).check(gen, test));
    }

    private Property property(String name) {
        return Property.named(name).keepingSeedsIn(directory);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("required");
        }
    }

    private static <T> T with(String property, String value, Supplier<T> body) {
        String before = System.getProperty(property);
        try {
            System.setProperty(property, value);
            return body.get();
        } finally {
            if (before == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, before);
            }
        }
    }
}
