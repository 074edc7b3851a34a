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
    private int maxBytes() {
        return Math.max(Long.BYTES + 1, (int) (maxDigits * BYTES_PER_DIGIT) + 2);
    }

    int length(long bytes) {
        Require.that(bytes >= 0, "a number has a length of ", bytes);
        Require.that(bytes <= maxBytes(), "a number has more digits than ", maxDigits);
        return (int) bytes;
    }

    /** Of bytes in two's complement, the lowest first; none are zero. */
    Number of(byte[] bytes) {
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
    Number of(byte[] line, int length) {
        String digits = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        int first = digits.startsWith("-") ? 1 : 0;
        Require.that(length > first && isDigits(digits, first), "a number is written as ", digits);
        return length <= LONGEST ? (Number) Long.valueOf(digits) : fitted(new BigInteger(digits));
    }

    private static boolean isDigits(String text, int from) {
        return text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    private Number fitted(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        Require.that(value.abs().toString().length() <= maxDigits, "a number has more digits than ", maxDigits);
        return value;
    }
}
