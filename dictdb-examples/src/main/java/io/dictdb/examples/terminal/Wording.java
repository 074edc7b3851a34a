package io.dictdb.examples.terminal;

import java.util.Locale;

/** Numbers as people read them. */
public final class Wording {
    private static final double NANOS_PER_MILLI = 1e6;

    private Wording() {}

    /** A count with its thousands set apart. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** A count with its noun: {@code 1 row}, {@code 2,000 rows}. */
    public static String count(long n, String noun) {
        return count(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /** A time in milliseconds to three digits: times of one unit are easy to compare. */
    public static String millis(long nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        String format = millis >= 100
                ? "%,.0f ms"
                : millis >= 10 ? "%.1f ms" : millis >= 1 ? "%.2f ms" : millis >= 0.01 ? "%.3f ms" : "%.4f ms";
        return String.format(Locale.ROOT, format, millis);
    }

    /** A rate: how many per second. */
    public static String perSecond(long n, long nanos) {
        return count(Math.round(n * 1e9 / Math.max(1, nanos))) + " per second";
    }

    /** How two times compare: {@code 225 times as fast}, {@code 2.5 times as long}. */
    public static String ratio(long before, long after) {
        double times = (double) Math.max(1, before) / Math.max(1, after);
        if (times > 0.67 && times < 1.5) {
            return "about as fast";
        }
        return times >= 1.5 ? factor(times) + " times as fast" : factor(1 / times) + " times as long";
    }

    private static String factor(double times) {
        return String.format(Locale.ROOT, times >= 10 ? "%,.0f" : "%.1f", times);
    }

    /** A share of a whole in per cent. */
    public static String share(long part, long whole) {
        double percent = whole == 0 ? 0 : 100.0 * part / whole;
        if (percent > 0 && percent < 0.1) {
            return "<0.1 %";
        }
        return String.format(Locale.ROOT, percent > 0 && percent < 1 ? "%.1f %%" : "%.0f %%", percent);
    }
}
