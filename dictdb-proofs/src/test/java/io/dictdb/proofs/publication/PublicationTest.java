package io.dictdb.proofs.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Runs the classes of this package that are named Stress, millions of times each: what one thread publishes, another sees whole or not at
 * all. Every outcome that is acceptable is listed beside its test; any other one fails.
 *
 * <p>And runs what is broken on purpose, to see that a failure would be noticed.
 */
class PublicationTest {
    private static final int AT_LEAST = 20;

    /** Short in every build, longer and with more flags of the JVM in the nightly one. */
    private static final List<String> EFFORT = List.of(System.getProperty(
                    "dictdb.jcstress.options",
                    "-jvmArgs -Xmx256m -jvmArgs -XX:+UseSerialGC -pth false -strideSize 256 -strideCount 10 -iters 2 -time 100")
            .split(" "));

    @Test
    void nothingIsSeenByHalves() throws IOException, InterruptedException {
        JcstressRun run = JcstressRun.of("publication", EFFORT);
        assertThat(run.failures()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.samples())
                .hasSizeGreaterThanOrEqualTo(AT_LEAST)
                .allSatisfy((test, samples) -> assertThat(samples).isPositive());
    }

    @Test
    void whatIsBrokenIsFound() throws IOException, InterruptedException {
        JcstressRun run = JcstressRun.of("planted", List.of("-jvmArgs", "-Xmx256m", "-iters", "3", "-time", "100"));
        assertThat(run.exit()).isNotZero();
        Set<String> planted = Set.of("LostUpdate", "Unlisted", "Throwing");
        assertThat(run.failures().keySet())
                .extracting(name -> name.substring(name.lastIndexOf('.') + 1))
                .containsExactlyInAnyOrderElementsOf(planted);
    }
}
