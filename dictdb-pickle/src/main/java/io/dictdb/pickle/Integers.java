package io.dictdb.pickle;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Integers of any size: a Long where it fits, else a BigInteger of no more than so many digits. */
final class Integers {
    private static final double BYTES_PER_DIGIT = Math.log(10) / Math.log(256);
    private static final int LONGEST = 18;

    private final int maxDigits;

    Integers(int maxDigits) {
        this.maxDigits = maxDigits;
    }

    /** The largest number of bytes that an integer may have; one byte over does no harm. */
    int maxBytes() {
        return Math.max(Long.BYTES + 1, (int) (maxDigits * BYTES_PER_DIGIT) + 2);
    }

    /** What stands for one that is too large. */
    Oversized oversized() {
        return new Oversized("a number of more digits than " + maxDigits);
    }

    /** Of bytes in two's complement, the lowest first; none are zero. */
    Object of(byte[] bytes) {
        if (bytes.length <= Long.BYTES) {
            long value = bytes.length == 0 ? 0 : bytes[bytes.length - 1];
            for (int i = bytes.length - 2; i >= 0; i--) {
                value = value << Byte.SIZE | (bytes[i] & 0xFF);
            }
            return value;
        }
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return fitted(new BigInteger(reversed));
    }

    /** Of decimal digits behind a sign or none. */
    Object of(byte[] line, int length) {
        String digits = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        int first = digits.startsWith("-") ? 1 : 0;
        Require.that(length > first && isDigits(digits, first), "a number is written as ", digits);
        return length <= LONGEST ? (Object) Long.valueOf(digits) : fitted(new BigInteger(digits));
    }

    private static boolean isDigits(String text, int from) {
        return text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    private Object fitted(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value.abs().toString().length() <= maxDigits ? value : oversized();
    }
}
