package io.dictdb.proofs.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the classes of this package that are named Stress, millions of times each: what one thread publishes, another sees whole or not at
 * all. Every outcome that is acceptable is listed beside its test; any other one fails.
 *
 * <p>And runs what is broken on purpose, to see that a failure would be noticed.
 */
class PublicationTest {
    private static final int AT_LEAST = 20;

    /** Short in every build, longer and with more flags of the JVM in the nightly one. Each test has JVMs of its own: these take most of the time. */
    private static final List<String> EFFORT = List.of(System.getProperty(
                    "dictdb.jcstress.options",
                    "-jvmArgs -Xmx256m -strideSize 256 -strideCount 10 -iters 2 -time 100 -pth false")
            .split(" "));

    /** All at once: half a minute goes by before jcstress knows its machine. */
    private static JcstressRun run = new JcstressRun(-1, Map.of(), Map.of());

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        run = JcstressRun.of("publication|planted", EFFORT);
    }

    @Test
    void nothingIsSeenByHalves() {
        assertThat(of("publication", run.failures())).isEmpty();
        assertThat(of("publication", run.samples()))
                .hasSizeGreaterThanOrEqualTo(AT_LEAST)
                .allSatisfy((test, samples) -> assertThat(samples).isPositive());
    }

    @Test
    void whatIsBrokenIsFound() {
        assertThat(run.exit()).isNotZero();
        Set<String> planted = Set.of("LostUpdate", "Unlisted", "Throwing");
        assertThat(of("planted", run.failures()).keySet())
                .extracting(name -> name.substring(name.lastIndexOf('.') + 1))
                .containsExactlyInAnyOrderElementsOf(planted);
        assertThat(of("planted", run.samples())).hasSize(planted.size() + 1);
    }

    private static <T> Map<String, T> of(String tests, Map<String, T> all) {
        Map<String, T> some = new TreeMap<>(all);
        some.keySet().removeIf(name -> !name.startsWith("io.dictdb.proofs." + tests + "."));
        return some;
    }
}
