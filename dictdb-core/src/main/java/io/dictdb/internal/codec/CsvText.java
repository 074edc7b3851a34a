package io.dictdb.internal.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The characters of a CSV file: no byte order mark, no replacement characters.
 *
 * <p>Not an {@link java.io.InputStreamReader}, because that one puts U+FFFD in place of bytes that are not of the charset, and when told to
 * report them throws away the characters before, and with them the line. Here whatever could be decoded is handed out first; the next
 * read then throws and knows the line. It also counts the bytes, for progress.
 */
final class CsvText extends Reader {
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final CsvPlace place;
    private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER).flip();

    private long bytes;
    private long line = 1;
    private boolean afterReturn;
    private boolean started;
    private boolean ended;
    private boolean exhausted;

    CsvText(InputStream in, Charset charset, CsvPlace place) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.place = place;
    }

    /** The bytes taken from the file so far. */
    long bytes() {
        return bytes;
    }

    /** Whether a read has found the end. */
    boolean exhausted() {
        return exhausted;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        int count = 0;
        while (count == 0 && !exhausted) {
            count = withoutMark(chars, offset, decode(CharBuffer.wrap(chars, offset, length)));
        }
        if (count == 0) {
            return -1;
        }
        line += CsvPlace.lineBreaks(chars, offset, count, afterReturn);
        afterReturn = chars[offset + count - 1] == '\r';
        place.grow(count);
        return count;
    }

    private int decode(CharBuffer out) throws IOException {
        int before = out.position();
        CoderResult result = decoder.decode(undecoded, out, ended);
        if (out.position() == before) {
            advance(result, out);
        }
        return out.position() - before;
    }

    /** Nothing could be decoded: that is a fault, the end, or a lack of bytes. */
    private void advance(CoderResult result, CharBuffer out) throws IOException {
        if (result.isError()) {
            throw malformed(result);
        }
        if (ended) {
            decoder.flush(out);
            exhausted = true;
        } else {
            fill();
        }
    }

    private void fill() throws IOException {
        undecoded.compact();
        int count = in.read(undecoded.array(), undecoded.position(), undecoded.remaining());
        ended = count < 0;
        bytes += Math.max(count, 0);
        undecoded.position(undecoded.position() + Math.max(count, 0)).flip();
    }

    private int withoutMark(char[] chars, int offset, int count) {
        if (started || count == 0) {
            return count;
        }
        started = true;
        if (chars[offset] != BYTE_ORDER_MARK) {
            return count;
        }
        System.arraycopy(chars, offset + 1, chars, offset, count - 1);
        return count - 1;
    }

    private CsvFault malformed(CoderResult result) {
        String what = "line " + line + ": bytes that are not "
                + decoder.charset().name() + "; if the file is in another charset, name it";
        try {
            result.throwException();
            return new CsvFault(what, null);
        } catch (CharacterCodingException cause) {
            return new CsvFault(what, cause);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
