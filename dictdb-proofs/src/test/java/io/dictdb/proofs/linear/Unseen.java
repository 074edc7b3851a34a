package io.dictdb.proofs.linear;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import jdk.jfr.Event;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Gives classes back the code that they were compiled to. Lincheck rewrites every class that runs, those too that it is told to ignore: these then ask at each step whether they are to be ignored, and as
 * Lincheck itself works with the JDK's collections, that is nearly half of what a schedule costs.
 */
final class Unseen implements ClassFileTransformer {
    private static final List<Unseen> BEGUN = new CopyOnWriteArrayList<>();

    private final Predicate<String> which;

    private Unseen(Predicate<String> which) {
        this.which = which;
    }

    /** From now on classes run as they are. To be called when Lincheck has begun: the last who rewrites a class has the last word. */
    static void runAsCompiled(Predicate<String> which) {
        Instrumentation agent = LincheckInstrumentation.INSTANCE.getInstrumentation();
        Unseen last = new Unseen(which);
        agent.addTransformer(last, true);
        BEGUN.add(last);
        try {
            agent.retransformClasses(Arrays.stream(agent.getAllLoadedClasses())
                    .filter(loaded ->
                            agent.isModifiableClass(loaded) && which.test(loaded.getName()) && !isEvent(loaded))
                    .toArray(Class<?>[]::new));
        } catch (UnmodifiableClassException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves classes alone from now on. */
    static void end() {
        BEGUN.forEach(LincheckInstrumentation.INSTANCE.getInstrumentation()::removeTransformer);
        BEGUN.clear();
    }

    /** The JDK itself rewrites events of flight recordings when they are loaded: what they were compiled to lacks fields that they have now. */
    private static boolean isEvent(Class<?> loaded) {
        return Event.class.isAssignableFrom(loaded)
                || loaded.getName().startsWith("jdk.jfr.")
                || loaded.getName().startsWith("jdk.internal.event.");
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> same,
            @Nullable ProtectionDomain domain,
            byte[] rewritten) {
        boolean given = name != null && which.test(name.replace('/', '.')) && (same == null || !isEvent(same));
        return given ? compiled(name) : null;
    }

    private static byte @Nullable [] compiled(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
