package io.dictdb.proofs.linear;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.Set;
import org.jetbrains.kotlinx.lincheck.CTestStructure;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.RandomExecutionGenerator;
import org.jetbrains.lincheck.datastructures.CTestConfiguration;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.RandomProvider;
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
 * <p>A switch is possible wherever the watched classes read or write what another thread may see: at the published root, at locks, at the right
 * of way, and between any two calls that a transaction makes. States, pages and indexes are not watched. They do not change once they are published,
 * except that a page's writer appends to it in place, which stress and the tests of publication look at; a schedule takes about ten times as long with them. Nor are collections of the JDK; but its functional interfaces have to be, for whatever is called from a class that
 * is not watched runs unseen, locks included.
 *
 * <p>Scenarios come from the seed that Lincheck always starts with; a failure prints the scenario, cut down as far as it still fails.
 */
final class Linearizability {
    private static final int ITERATIONS = Integer.getInteger("dictdb.lincheck.iterations", 10);

    /** Fewer of the later scenarios of the set that has all calls: they take longer. */
    private static final int FIRST = ITERATIONS - ITERATIONS * 4 / 10;

    private static final int RUNS = Integer.getInteger("dictdb.lincheck.runs", 10_000);
    private static final int SCHEDULES = Integer.getInteger("dictdb.lincheck.schedules", 20);
    private static final int SCHEDULES_OF_ALL = Integer.getInteger("dictdb.lincheck.schedules.all", 10_000);
    private static final Set<String> WATCHED = Set.of(
            "io.dictdb.DictDB",
            "io.dictdb.Table",
            "io.dictdb.internal.engine.Allowance",
            "io.dictdb.internal.engine.Attempts",
            "io.dictdb.internal.engine.TransactionCommit",
            "io.dictdb.internal.engine.Engine",
            "io.dictdb.internal.engine.Frozen",
            "io.dictdb.internal.engine.Patience",
            "io.dictdb.internal.engine.Rewriting",
            "io.dictdb.internal.engine.RightOfWay",
            "io.dictdb.internal.engine.Scope",
            "io.dictdb.internal.engine.Store",
            "io.dictdb.internal.engine.StoredTable",
            "io.dictdb.internal.engine.TableLocks",
            "io.dictdb.internal.engine.Tables",
            "io.dictdb.internal.engine.TableWrites",
            "io.dictdb.internal.engine.Working");

    private Linearizability() {}

    static void modelCheck(Class<?> calls, Class<?> model) {
        check(modelChecking(model, ITERATIONS, SCHEDULES), calls);
    }

    /** Half of the scenarios of the set that has all kinds of calls, each with many more schedules than those of others. */
    static void modelCheckFirstHalf(Class<?> calls, Class<?> model) {
        check(modelChecking(model, FIRST, SCHEDULES_OF_ALL), calls);
    }

    static void modelCheckSecondHalf(Class<?> calls, Class<?> model) {
        check(modelChecking(model, ITERATIONS - FIRST, SCHEDULES_OF_ALL).executionGenerator(SecondHalf.class), calls);
    }

    private static void check(ModelCheckingOptions options, Class<?> calls) {
        try {
            options.check(calls);
        } finally {
            Unseen.end();
        }
    }

    private static ModelCheckingOptions modelChecking(Class<?> model, int iterations, int schedules) {
        return sized(new ModelCheckingOptions(), model, iterations)
                .executionGenerator(Scenarios.class)
                .invocationsPerIteration(schedules)
                .addGuarantee(
                        forClasses(Linearizability::isNotWatched).allMethods().ignore());
    }

    static void stress(Class<?> calls, Class<?> model) {
        sized(new StressOptions(), model, ITERATIONS)
                .invocationsPerIteration(RUNS)
                .check(calls);
    }

    private static <T extends Options<T, ?>> T sized(T options, Class<?> model, int iterations) {
        return options.iterations(iterations).threads(3).actorsPerThread(3).sequentialSpecification(model);
    }

    private static boolean isNotWatched(String name) {
        if (name.startsWith("java.")) {
            return !name.startsWith("java.util.concurrent.") && !name.startsWith("java.util.function.");
        }
        if (name.startsWith("io.dictdb.proofs.")) {
            return name.equals(Prepared.class.getName());
        }
        return name.startsWith("io.dictdb.") && !WATCHED.contains(name);
    }

    /** What may run as it was compiled. Not what is in java.lang: there are threads and monitors. */
    private static boolean isUnseen(String name) {
        return (name.startsWith("java.util.") || name.startsWith("io.dictdb.")) && isNotWatched(name);
    }

    /** Scenarios for model checking. */
    public static class Scenarios extends RandomExecutionGenerator {
        private boolean begun;

        public Scenarios(CTestConfiguration configuration, CTestStructure structure, RandomProvider random) {
            super(configuration, structure, random);
        }

        @Override
        public ExecutionScenario nextExecution() {
            if (!begun) {
                begun = true;
                Unseen.runAsCompiled(Linearizability::isUnseen);
            }
            return super.nextExecution();
        }
    }

    /** The scenarios after those of the first half. */
    public static final class SecondHalf extends Scenarios {
        public SecondHalf(CTestConfiguration configuration, CTestStructure structure, RandomProvider random) {
            super(configuration, structure, random);
            for (int i = 0; i < FIRST; i++) {
                nextExecution();
            }
        }
    }
}
