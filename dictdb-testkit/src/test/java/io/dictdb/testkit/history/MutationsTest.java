package io.dictdb.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.testkit.Choices;
import io.dictdb.testkit.Gen;
import io.dictdb.testkit.Property;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/* A history of 200 transactions in which nothing is wrong, and then one thing is. */
class MutationsTest {
    record Pair(History sound, Optional<History> damaged) {}

    @ParameterizedTest
    @EnumSource
    void areFound(Mutation mutation) {
        String name = "damaged-" + mutation.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Property.named(name).runs(50).check(pairs(mutation), pair -> {
            assertThat(HistoryChecker.check(pair.sound)).isEmpty();
            pair.damaged.ifPresent(damaged -> assertThat(HistoryChecker.check(damaged))
                    .extracting(Anomaly::kind)
                    .containsAnyElementsOf(mutation.names()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void canBeMade(Mutation mutation) {
        assertThat(pairs(mutation).draw(Choices.random(1)).damaged).isPresent();
    }

    private static Gen<Pair> pairs(Mutation mutation) {
        return c -> {
            Isolation isolation = Gen.of(Isolation.SERIAL, Isolation.OPTIMISTIC).draw(c);
            History sound = Simulation.of(isolation, 200, 5, 4).draw(c);
            return new Pair(sound, mutation.of(c, sound));
        };
    }
}
