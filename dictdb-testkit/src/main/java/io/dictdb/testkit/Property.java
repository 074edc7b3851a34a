package io.dictdb.testkit;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A claim that is checked on many random values:
 *
 * <pre>{@code
 * Property.named("reverse-twice").check(Gen.ints(0, 9).list(0, 20), list -> assertThat(reverse(reverse(list))).isEqualTo(list));
 * }</pre>
 *
 * <p>Each run makes a value from a seed of its own and hands it to the test; a test fails by an exception. The failing value is shrunk
 * and reported as a {@link PropertyFailure} with its seed. {@code -Ddictdb.seed=…} starts with a seed of yours, otherwise one is drawn;
 * either way it is printed first. {@code -Ddictdb.scale=…} multiplies the number of runs.
 *
 * <p>Failing seeds are appended to {@code target/failed-seeds/<name>.txt}. Seeds in a resource {@code seeds/<name>.txt}, one a line, are run
 * first: that is where the seed of a fixed bug belongs. Immutable.
 */
public final class Property {
    private static final int RUNS = 200;

    private final String name;
    private final int runs;
    private final Seeds seeds;

    private Property(String name, int runs, Seeds seeds) {
        this.name = name;
        this.runs = runs;
        this.seeds = seeds;
    }

    /**
     * A property that is checked 200 times.
     *
     * @param name letters, digits, dots and hyphens: it names files
     * @return the property
     */
    public static Property named(String name) {
        if (!name.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("the name of a property names files, got '" + name + "'");
        }
        return new Property(name, RUNS, new Seeds(name, Path.of("target", "failed-seeds")));
    }

    /**
     * Another number of runs.
     *
     * @param runs at least 1
     * @return a copy with that number, to be multiplied by {@code dictdb.scale}
     */
    public Property runs(int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("the number of runs must be at least 1, got " + runs);
        }
        return new Property(name, runs, seeds);
    }

    Property keepingSeedsIn(Path directory) {
        return new Property(name, runs, new Seeds(name, directory));
    }

    /**
     * Checks the claim, by default on random values.
     *
     * @param gen makes the values
     * @param test fails by any exception
     * @param <T> what the claim is about
     * @throws PropertyFailure with the simplest value found for which the test fails
     */
    public <T extends @Nullable Object> void check(Gen<T> gen, Consumer<? super T> test) {
        seeds.remembered().forEach(seed -> run(gen, test, seed, 0));
        long seed = seeds.start();
        int planned = scaled();
        System.out.printf("property %s: seed %d, %d runs; again with %s%n", name, seed, planned, seeds.option(seed));
        SplittableRandom following = new SplittableRandom(seed);
        for (int i = 1; i <= planned; i++) {
            run(gen, test, i == 1 ? seed : following.nextLong(), i);
        }
    }

    private int scaled() {
        BigDecimal scale = new BigDecimal(System.getProperty("dictdb.scale", "1"));
        return scale.multiply(BigDecimal.valueOf(runs)).max(BigDecimal.ONE).intValue();
    }

    private <T extends @Nullable Object> void run(Gen<T> gen, Consumer<? super T> test, long seed, int run) {
        Sample<T> sample = Sample.run(gen, test, Choices.random(seed));
        if (sample.failure() != null) {
            seeds.keep(seed);
            Shrinker<T> shrinker = new Shrinker<>(gen, test, sample);
            throw PropertyFailure.of(name, seed, run, shrinker.shrink(), shrinker.attempts(), seeds.replay(seed));
        }
    }
}
