package io.dictdb.logging;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a person watches, who likes colours. */
final class Terminal {
    private Terminal() {}

    static boolean takesColors() {
        return takesColors(isTerminal(System.console()), System.getenv());
    }

    static boolean takesColors(boolean terminal, Map<String, String> environment) {
        return terminal
                && !"dumb".equals(environment.get("TERM"))
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Newer Java versions have a console object also for a pipe, and then a method that tells them apart. */
    private static boolean isTerminal(@Nullable Console console) {
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
}
