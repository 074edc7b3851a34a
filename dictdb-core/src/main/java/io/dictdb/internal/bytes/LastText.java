package io.dictdb.internal.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last text of a field. In many fields one record has the same as the one before: then it is the same object, and memory is neither filled with it nor cleared of it.
 */
public final class LastText {
    /** Longer ones are rare, and seldom the same. */
    private static final int MOST = 1 << 10;

    private byte[] bytes = new byte[0];
    private int length = -1;
    private @Nullable String text;

    /** The text of some bytes in ISO 8859-1. */
    String of(byte[] buffer, int at, int count) {
        String last = text;
        if (last != null && count == length && Arrays.equals(buffer, at, at + count, bytes, 0, count)) {
            return last;
        }
        String next = new String(buffer, at, count, StandardCharsets.ISO_8859_1);
        if (count <= MOST) {
            bytes = bytes.length < count ? new byte[count * 2] : bytes;
            System.arraycopy(buffer, at, bytes, 0, count);
            length = count;
            text = next;
        }
        return next;
    }
}
