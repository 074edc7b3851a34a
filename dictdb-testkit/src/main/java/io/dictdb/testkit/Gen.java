package io.dictdb.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes values from {@link Choices}. Whatever is put together from generators shrinks by itself, also through {@code map} and {@code flatMap};
 * a lambda that draws from several generators is a generator too:
 *
 * <pre>{@code Gen<Point> points = c -> new Point(Gen.ints(0, 9).draw(c), Gen.ints(0, 9).draw(c)); }</pre>
 *
 * <p>A generator must depend on nothing but its choices, and should give its simplest value when all of them are 0. Those made here are immutable.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface Gen<T extends @Nullable Object> {
    /**
     * Makes a value.
     *
     * @param choices where the decisions come from
     * @return the value
     */
    T draw(Choices choices);

    /**
     * Values made from these.
     *
     * @param function how
     * @param <R> what comes out
     * @return a generator
     */
    default <R extends @Nullable Object> Gen<R> map(Function<? super T, ? extends R> function) {
        return c -> function.apply(draw(c));
    }

    /**
     * Values of a generator that depends on a value of this one.
     *
     * @param function gives the second generator
     * @param <R> what comes out
     * @return a generator
     */
    default <R extends @Nullable Object> Gen<R> flatMap(Function<? super T, ? extends Gen<R>> function) {
        return c -> function.apply(draw(c)).draw(c);
    }

    /**
     * Lists of any length between two bounds.
     *
     * @param min the fewest elements
     * @param max the most
     * @return a generator
     */
    default Gen<List<T>> list(int min, int max) {
        return c -> elements(c, min, max, (int) c.upTo(max - min) + min);
    }

    /**
     * Lists that are full when made at random, so that a test does a known amount of work, and become shorter only when shrunk.
     *
     * @param min the fewest elements
     * @param max the most
     * @return a generator
     */
    default Gen<List<T>> fullList(int min, int max) {
        return c -> elements(c, min, max, max);
    }

    private List<T> elements(Choices c, int min, int max, int wanted) {
        List<T> elements = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = c.span("element", () -> another(c, elements, min, max, wanted));
        }
        return elements;
    }

    /* The choice "one more" belongs to the element that follows, so that both go together. It is taken even when the list is full: then a list that
     * loses an element when shrunk still ends where it ended. */
    private boolean another(Choices c, List<T> elements, int min, int max, int wanted) {
        boolean more = elements.size() < wanted;
        boolean mayEnd = elements.size() >= min;
        if (mayEnd && (elements.size() == max ? c.weighted(1) : c.weighted(more ? 0 : 1, more ? 1 : 0)) == 0) {
            return false;
        }
        elements.add(draw(c));
        return true;
    }

    /**
     * Always the same value.
     *
     * @param value the value
     * @param <T> its class
     * @return a generator
     */
    static <T extends @Nullable Object> Gen<T> constant(T value) {
        return c -> value;
    }

    /**
     * Always null.
     *
     * @return a generator
     */
    @SuppressWarnings("NullAway") // it sees the nullness of type arguments on newer compilers only
    static Gen<@Nullable Object> nulls() {
        return c -> null;
    }

    /**
     * One of these values.
     *
     * @param values the values, the simplest first
     * @param <T> their class
     * @return a generator
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T extends @Nullable Object> Gen<T> of(T... values) {
        T[] kept = values.clone();
        return c -> kept[(int) c.upTo(kept.length - 1L)];
    }

    /**
     * One of these generators, each as often as the others.
     *
     * @param gens the generators, the simplest first
     * @param <T> what they make
     * @return a generator
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T extends @Nullable Object> Gen<T> oneOf(Gen<? extends T>... gens) {
        Gen<? extends T>[] kept = gens.clone();
        return c -> kept[(int) c.upTo(kept.length - 1L)].draw(c);
    }

    /**
     * One of these generators, by weight.
     *
     * @param parts generators with weights, the simplest first
     * @param <T> what they make
     * @return a generator
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T extends @Nullable Object> Gen<T> frequency(Weighted<? extends T>... parts) {
        Weighted<? extends T>[] kept = parts.clone();
        int[] weights = new int[kept.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = kept[i].weight();
        }
        return c -> kept[c.weighted(weights)].gen().draw(c);
    }

    /**
     * A part of {@link #frequency}.
     *
     * @param weight how often, relative to the other parts
     * @param gen the generator
     * @param <T> what it makes
     * @return both
     */
    static <T extends @Nullable Object> Weighted<T> weight(int weight, Gen<T> gen) {
        return new Weighted<>(weight, gen);
    }

    /**
     * Integers of a range, the lowest being the simplest.
     *
     * @param low the lowest
     * @param high the highest
     * @return a generator
     */
    static Gen<Integer> ints(int low, int high) {
        return c -> (int) (low + c.upTo((long) high - low));
    }

    /**
     * False and true.
     *
     * @param percent how often true
     * @return a generator
     */
    static Gen<Boolean> booleans(int percent) {
        return c -> c.weighted(100 - percent, percent) == 1;
    }

    /**
     * A generator that stands in its own definition: of a tree, say. A tree is shrunk by putting one of its branches in its place.
     *
     * @param gen gives the generator
     * @param label the same for all that can stand for each other
     * @param <T> what it makes
     * @return a generator
     */
    static <T extends @Nullable Object> Gen<T> tree(String label, Supplier<? extends Gen<T>> gen) {
        return c -> c.span(label, () -> gen.get().draw(c));
    }

    /**
     * A generator with a weight.
     *
     * @param weight how often, relative to the other parts; at least 1
     * @param gen the generator
     * @param <T> what it makes
     */
    record Weighted<T extends @Nullable Object>(int weight, Gen<T> gen) {}
}
