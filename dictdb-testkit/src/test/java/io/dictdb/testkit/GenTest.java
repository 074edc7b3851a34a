package io.dictdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GenTest {
    private static final int DRAWS = 5_000;
    private static final Gen<List<Map<String, Object>>> RECORDS =
            Vocabulary.of("id", "a", "b").flatMap(words -> words.records().list(0, 9));

    @Test
    void oneSeedGivesOneValue() {
        Choices first = Choices.random(7);
        Choices second = Choices.random(7);
        Results.requireSame("records", RECORDS.draw(first), RECORDS.draw(second));
        assertThat(first.taken()).isEqualTo(second.taken());
    }

    @Test
    void aRecordingReplaysToTheSameValue() {
        LongStream.range(0, 500).forEach(seed -> {
            Choices random = Choices.random(seed);
            List<Map<String, Object>> records = RECORDS.draw(random);
            Choices replayed = Choices.replay(random.taken());
            Results.requireSame("records", records, RECORDS.draw(replayed));
            assertThat(replayed.taken()).isEqualTo(random.taken());
        });
    }

    @Test
    void withoutChoicesEveryGeneratorGivesItsSimplestValue() {
        assertThat(Gen.ints(3, 9).draw(Choices.replay())).isEqualTo(3);
        assertThat(Gen.of("x", "y").draw(Choices.replay())).isEqualTo("x");
        assertThat(Gen.booleans(90).draw(Choices.replay())).isFalse();
        assertThat(Gen.ints(0, 9).list(0, 5).draw(Choices.replay())).isEmpty();
        assertThat(Gen.ints(0, 9).fullList(2, 5).draw(Choices.replay())).containsExactly(0, 0);
    }

    @Test
    void choicesThatAreTooLargeAreCutDown() {
        assertThat(Gen.ints(0, 9).draw(Choices.replay(1_000))).isEqualTo(9);
        assertThat(Gen.ints(0, 9).draw(Choices.replay(-1))).isZero();
    }

    @Test
    void listsKeepTheirBounds() {
        Set<Integer> sizes = new HashSet<>();
        draws(Gen.ints(0, 9).list(1, 4)).forEach(list -> sizes.add(list.size()));
        assertThat(sizes).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(draws(Gen.ints(0, 9).fullList(1, 4))).allMatch(list -> list.size() == 4);
    }

    @Test
    void weightsAreFollowed() {
        Gen<Integer> gen = Gen.frequency(Gen.weight(9, Gen.constant(0)), Gen.weight(1, Gen.constant(1)));
        long ones = draws(gen).filter(i -> i == 1).count();
        assertThat(ones).isBetween(DRAWS / 20L, DRAWS / 5L);
    }

    @Test
    void mapAndFlatMapTakeTheirChoicesInTurn() {
        Gen<List<Integer>> gen = Gen.ints(0, 9).flatMap(n -> Gen.ints(n, 9).map(m -> List.of(n, m)));
        assertThat(gen.draw(Choices.replay(4, 2))).containsExactly(4, 6);
    }

    @Test
    void anythingIsAValueOfEveryClass() {
        Set<Integer> ranks = new HashSet<>();
        draws(Kind.ANYTHING.gen()).forEach(value -> ranks.add(NaiveOrder.rank(NaiveValues.stored(value))));
        assertThat(ranks).hasSize(12);
    }

    @Test
    void conditionsHaveEveryShape() {
        Set<String> shapes = new HashSet<>();
        draws(Vocabulary.of("id", "a", "b").flatMap(Conditions::over)).forEach(condition -> shapes(condition, shapes));
        assertThat(shapes)
                .containsExactlyInAnyOrder(
                        "And",
                        "Or",
                        "Not",
                        "Comparison",
                        "Between",
                        "In",
                        "Like",
                        "StartsWith",
                        "EndsWith",
                        "Contains",
                        "IsNull",
                        "Matching");
    }

    private static void shapes(Condition condition, Set<String> shapes) {
        shapes.add(condition.getClass().getSimpleName());
        if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> shapes(part, shapes));
        } else if (condition instanceof Condition.Or or) {
            or.parts().forEach(part -> shapes(part, shapes));
        } else if (condition instanceof Condition.Not not) {
            shapes(not.part(), shapes);
        }
    }

    @Test
    void conditionsHoldForSomeRecordsAndNotForOthers() {
        Gen<Boolean> holds = Vocabulary.of("id", "a", "b").flatMap(words -> c -> {
            Map<String, Object> record = NaiveValues.record(words.records().draw(c));
            return NaiveMatch.holds(Conditions.over(words).draw(c), record);
        });
        assertThat(draws(holds).filter(Boolean::booleanValue).count()).isBetween(DRAWS / 5L, DRAWS * 4L / 5);
    }

    private static <T> Stream<T> draws(Gen<T> gen) {
        return IntStream.range(0, DRAWS).mapToObj(seed -> gen.draw(Choices.random(seed)));
    }
}
