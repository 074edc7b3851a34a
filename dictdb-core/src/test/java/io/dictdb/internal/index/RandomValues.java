package io.dictdb.internal.index;

import io.dictdb.internal.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Values as fields have them, from few or many; each kind alone or all mixed. */
enum RandomValues {
    FEW_LONGS,
    LONGS,
    WIDE_LONGS,
    DOUBLES,
    STRANGE_DOUBLES,
    NUMBERS,
    STRINGS,
    COLLIDING_STRINGS,
    MANY_COLLIDING_STRINGS,
    MIXED,
    NULLABLE;

    private static final List<Double> STRANGE = List.of(
            Double.NaN,
            0.0,
            -0.0,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            0x1p53,
            0x1p63,
            -0x1p63);

    Object next(Random r) {
        return Values.in("f", outer(r));
    }

    private Object outer(Random r) {
        return switch (this) {
            case FEW_LONGS -> r.nextInt(20);
            case LONGS -> r.nextInt(3000) - 1500;
            case WIDE_LONGS -> r.nextLong();
            case DOUBLES -> r.nextInt(2000) / 8.0;
            case STRANGE_DOUBLES -> strangeDouble(r);
            case NUMBERS -> number(r);
            case STRINGS -> "s" + r.nextInt(2000);
            case COLLIDING_STRINGS -> colliding(r, 9);
            case MANY_COLLIDING_STRINGS -> colliding(r, 12);
            case MIXED -> mixed(r);
            case NULLABLE -> r.nextInt(3) == 0 ? null : mixed(r);
        };
    }

    private static Double strangeDouble(Random r) {
        return r.nextInt(4) == 0 ? STRANGE.get(r.nextInt(STRANGE.size())) : (Double) (r.nextGaussian() * 100);
    }

    private static Number number(Random r) {
        int n = r.nextInt(200) - 100;
        return switch (r.nextInt(8)) {
            case 0 -> (double) n;
            case 1 -> n / 4.0;
            case 2 -> BigDecimal.valueOf(n).setScale(r.nextInt(4));
            case 3 -> new BigDecimal(n).add(new BigDecimal("0.1"));
            case 4 -> BigInteger.ONE.shiftLeft(64 + r.nextInt(3)).add(BigInteger.valueOf(n));
            case 5 -> strangeDouble(r);
            case 6 -> (1L << 53) + n;
            default -> (long) n;
        };
    }

    /** All of one length have the same hash. */
    private static String colliding(Random r, int pairs) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < pairs; i++) {
            s.append(r.nextBoolean() ? "Aa" : "BB");
        }
        return s.toString();
    }

    private static Object mixed(Random r) {
        int n = r.nextInt(30);
        return switch (r.nextInt(16)) {
            case 0 -> r.nextBoolean();
            case 1 -> LocalDate.ofEpochDay(n);
            case 2 -> LocalTime.ofSecondOfDay(n);
            case 3 -> LocalDateTime.of(2020, 1, 1, 0, n);
            case 4 -> Instant.ofEpochSecond(n);
            case 5 -> new UUID(r.nextInt(3) - 1, n);
            case 6 -> new byte[] {(byte) (n * 9), (byte) n};
            case 7 -> List.of((long) n, "x");
            case 8 -> Map.of("k" + n % 3, n);
            case 9 -> colliding(r, 5);
            case 10 ->
                new StringBuilder().appendCodePoint(0x1F600 + n).append(n).toString();
            case 11 -> "\uFFFD" + n;
            default -> number(r);
        };
    }
}
