package io.dictdb.internal.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.function.LongConsumer;

/**
 * The bytes of characters, with no question mark in the place of one that the charset lacks; and how many there were, about every 64 KiB.
 *
 * <p>Lines come whole, so that a refusal belongs to the line that was given last.
 */
final class CsvEncoder {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final LongConsumer progress;
    private final CharsetEncoder encoder;
    private final ByteBuffer encoded = ByteBuffer.allocate(BUFFER);
    private long bytes;

    CsvEncoder(OutputStream out, Charset charset, LongConsumer progress) {
        this.out = out;
        this.progress = progress;
        this.encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Writes characters that end with no half of a surrogate pair. */
    void write(CharSequence line) throws IOException {
        CharBuffer chars = CharBuffer.wrap(line);
        while (!isDone(encoder.encode(chars, encoded, false))) {
            drain();
        }
    }

    /** Writes what is left and tells the number of all bytes. */
    void finish() throws IOException {
        while (!isDone(encoder.encode(CharBuffer.allocate(0), encoded, true)) || !isDone(encoder.flush(encoded))) {
            drain();
        }
        drain();
        if (bytes == 0) {
            progress.accept(0);
        }
    }

    private static boolean isDone(CoderResult result) throws CharacterCodingException {
        if (result.isError()) {
            result.throwException();
        }
        return result.isUnderflow();
    }

    private void drain() throws IOException {
        if (encoded.position() > 0) {
            out.write(encoded.array(), 0, encoded.position());
            bytes += encoded.position();
            encoded.clear();
            progress.accept(bytes);
        }
    }
}
