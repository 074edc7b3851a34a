package io.dictdb.proofs.linear;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * How hard the proofs of this package try. Each invents scenarios of three threads with three calls each, runs a scenario many times, and
 * asks of every run whether some order of the nine calls, one after the other on a model of plain maps, gives the same results; an order
 * that lets a call that had returned come after one that began later does not count.
 *
 * <p>Two ways of running find different faults. Model checking runs the threads in turns and chooses itself where one gives way to another,
 * so that it finds rare orders of steps and prints the very steps, but it knows only orders that steps one after the other can have.
 * Stress lets the threads loose on the processors, so that it meets what processors and the compiler reorder, but finds it by luck.
 *
 * <p>Model checking takes four milliseconds a run even though it may switch threads in the engine and in its pages only, where whatever
 * threads share is read, locked, written in place and published. The rest (values, indexes, the evaluator, collections of the JDK) works
 * on immutable states or on what one thread has made and nobody else has seen; switching there took a hundred milliseconds a run.
 * So a build checks fewer schedules than it runs under stress, and the nightly one makes up for it.
 *
 * <p>Scenarios come from the seed that Lincheck always starts with; a failure prints the scenario, cut down as far as it still fails.
 */
final class Linearizability {
    private static final int ITERATIONS = Integer.getInteger("dictdb.lincheck.iterations", 10);
    private static final int RUNS = Integer.getInteger("dictdb.lincheck.runs", 10_000);
    private static final int SCHEDULES = Integer.getInteger("dictdb.lincheck.schedules", 200);

    private Linearizability() {}

    static void modelCheck(Class<?> calls, Class<?> model) {
        sized(new ModelCheckingOptions(), model)
                .invocationsPerIteration(SCHEDULES)
                .addGuarantee(forClasses(Linearizability::isSharedByNobody)
                        .allMethods()
                        .ignore())
                .check(calls);
    }

    static void stress(Class<?> calls, Class<?> model) {
        sized(new StressOptions(), model).invocationsPerIteration(RUNS).check(calls);
    }

    private static <T extends Options<T, ?>> T sized(T options, Class<?> model) {
        return options.iterations(ITERATIONS).threads(3).actorsPerThread(3).sequentialSpecification(model);
    }

    private static boolean isSharedByNobody(String name) {
        if (name.startsWith("java.")) {
            return !name.startsWith("java.util.concurrent.");
        }
        return Stream.of("value", "index", "query", "mapping", "codec")
                .anyMatch(part -> name.startsWith("io.dictdb.internal." + part + "."));
    }
}
