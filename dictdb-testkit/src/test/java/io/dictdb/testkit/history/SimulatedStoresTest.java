package io.dictdb.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.testkit.Choices;
import io.dictdb.testkit.Property;
import io.dictdb.testkit.history.Anomaly.Kind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/* Stores that isolate well are never accused; those that do not are, and of nothing that their kind of fault cannot cause. */
class SimulatedStoresTest {
    @ParameterizedTest
    @EnumSource
    void areAccusedOfNothingTheyCannotDo(Isolation isolation) {
        Property.named("accused-" + isolation.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .runs(100)
                .check(
                        Simulation.of(isolation, 200, 5, 4),
                        history -> assertThat(kinds(history)).isSubsetOf(isolation.allowed()));
    }

    @Test
    void areCaughtAtTheirFaults() {
        assertThat(seen(Isolation.SNAPSHOT)).contains(Kind.G2);
        assertThat(seen(Isolation.STALE)).contains(Kind.G_SINGLE_REALTIME);
        assertThat(seen(Isolation.READ_COMMITTED)).contains(Kind.INTERNAL, Kind.G_SINGLE);
        assertThat(seen(Isolation.LAST_WRITER_WINS)).contains(Kind.LOST_APPEND, Kind.INCOMPATIBLE_ORDER);
        assertThat(seen(Isolation.READ_UNCOMMITTED)).contains(Kind.G1A, Kind.G1B, Kind.G0);
    }

    private static Set<Kind> seen(Isolation isolation) {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        for (int seed = 0; seed < 20; seed++) {
            seen.addAll(kinds(Simulation.of(isolation, 200, 5, 4).draw(Choices.random(seed))));
        }
        return seen;
    }

    @Test
    void mayBeUsedForLong() {
        History history = Simulation.of(Isolation.SERIAL, 100_000, 8, 6).draw(Choices.random(1));
        assertThat(history.transactions()).hasSizeGreaterThan(100_000);
        assertThat(HistoryChecker.check(history)).isEmpty();
    }

    @Test
    void mayBeWrongForLong() {
        History history = Simulation.of(Isolation.SNAPSHOT, 100_000, 8, 6).draw(Choices.random(1));
        assertThat(kinds(history)).isSubsetOf(Kind.G2, Kind.G2_REALTIME).isNotEmpty();
    }

    private static Set<Kind> kinds(History history) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        HistoryChecker.check(history).forEach(anomaly -> kinds.add(anomaly.kind()));
        return kinds;
    }
}
