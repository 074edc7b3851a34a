package io.dictdb.internal.json;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Characters from bytes.
 *
 * <p>Not an {@link java.io.InputStreamReader}, because that one does not tell which byte is wrong, nor a character that is wrong from one whose end is missing.
 */
final class Utf8 {
    private static final int BUFFER = 1 << 13;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long filled;

    Utf8(InputStream in) {
        this.in = in;
    }

    /** How many bytes the characters so far were: where the next one begins. */
    long offset() {
        return filled - bytes.remaining();
    }

    /**
     * Reads at least one character, and at most those that there is room for, which must be two.
     *
     * @return false at the end
     * @throws java.nio.charset.CharacterCodingException when the next bytes are no character
     * @throws EOFException when the end comes within a character
     */
    boolean read(CharBuffer chars) throws IOException {
        int from = chars.position();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, false);
            if (chars.position() > from) {
                return true;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (!fill()) {
                return false;
            }
        }
    }

    /** Reads the next character if it is one of ASCII; otherwise, or at the end, -1. */
    int ascii() throws IOException {
        if (!bytes.hasRemaining() && !fill() || bytes.get(bytes.position()) < 0) {
            return -1;
        }
        return bytes.get();
    }

    private boolean fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
        filled += Math.max(count, 0);
        if (count < 0 && bytes.hasRemaining()) {
            throw new EOFException("the end comes within a character");
        }
        return count >= 0;
    }
}
