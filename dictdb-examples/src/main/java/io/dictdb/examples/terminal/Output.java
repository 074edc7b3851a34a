package io.dictdb.examples.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes, and what it can know of that place.
 *
 * @param out for what was asked for
 * @param err for complaints
 * @param environment the environment's variables
 * @param console whether a person watches
 * @param charset the character set of both streams
 */
public record Output(
        PrintStream out, PrintStream err, Map<String, String> environment, boolean console, Charset charset) {
    /** The streams of this process. */
    public static Output ofProcess() {
        return new Output(System.out, System.err, System.getenv(), isConsole(System.console()), charsetOfProcess());
    }

    /** Newer Java versions have a console object also for a pipe, and then a method that tells them apart. */
    private static boolean isConsole(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** Each Java version since 17 says it in another property. */
    private static Charset charsetOfProcess() {
        for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
            String name = System.getProperty(property);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }

    /**
     * What the output shows: colours and progress bars only to a person, and no colours to one who sets NO_COLOR.
     *
     * @param color what the user asked for, or null for what fits
     */
    public Look look(@Nullable Boolean color) {
        boolean terminal = console && !"dumb".equals(environment.get("TERM"));
        boolean fits = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Look(terminal, color == null ? fits : color, Glyphs.of(charset));
    }
}
