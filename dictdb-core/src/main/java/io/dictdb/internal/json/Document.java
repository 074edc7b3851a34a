package io.dictdb.internal.json;

import io.dictdb.DictDBException;
import io.dictdb.StorageException;
import io.dictdb.spi.SourceFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Reads the outermost object of a file, key by key.
 *
 * <p>A file that names its version first is ours: it ends with its checksum and may hold tagged values. One that names neither is Python's and is read literally. Whatever
 * a damaged file says is thrown away with it, so that the checksum, which can only be known at the end, comes in time.
 */
abstract class Document implements Closeable {
    private static final List<String> WORDS = List.of("true", "false", "null", "NaN", "Infinity", "-Infinity", ".");

    final JsonParser in;
    final ValueReader values;
    private final SourceFile file;
    private final Tail tail;
    private final JsonText text;
    private boolean checksum;

    Document(SourceFile file) {
        this.file = file;
        this.tail = new Tail(file.stream());
        this.text = new JsonText(tail);
        this.in = JsonFormat.reading(file.options()).createParser(ObjectReadContext.empty(), text);
        this.values = new ValueReader(in, file.options());
    }

    /** Takes the value of a key; false if there is no such key. */
    abstract boolean part(String key);

    /** All keys have been read. */
    abstract void complete();

    void read() throws IOException {
        try {
            parts();
            end();
        } catch (StorageException e) {
            throw e;
        } catch (JacksonIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw file.corrupt("it is not text in UTF-8", text.offset());
            }
            throw e.getCause();
        } catch (UnexpectedEndOfInputException e) {
            throw cut(e);
        } catch (StreamReadException e) {
            long at = text.byteOf(e.getLocation().getCharOffset());
            if (isCut(at)) {
                throw cut(e);
            }
            throw file.corrupt(e.getOriginalMessage(), at);
        } catch (JacksonException e) {
            throw file.corrupt(e.getOriginalMessage(), offset());
        } catch (IllegalArgumentException | DictDBException e) {
            throw file.corrupt(String.valueOf(e.getMessage()), offset());
        }
    }

    /** How far the parser has come, in bytes. */
    private long offset() {
        return text.byteOf(in.currentLocation().getCharOffset());
    }

    /** Whether a word that makes no sense is one whose end is missing. */
    private boolean isCut(long at) throws IOException {
        boolean ends = tail.isThere();
        return values.isLiteral() ? at >= file.offset() || isBegun(tail.last(file.offset() - at)) : !ends;
    }

    /** The parser complains of a word at its first letter, and of a point that no digit follows. */
    private static boolean isBegun(String end) {
        return !end.isEmpty() && WORDS.stream().anyMatch(word -> word.startsWith(end));
    }

    private static IOException cut(JacksonException e) {
        return (IOException) new EOFException(e.getOriginalMessage()).initCause(e);
    }

    private void parts() {
        Tokens.expect(in, JsonToken.START_OBJECT);
        String key = in.nextName();
        if (Names.VERSION.equals(key)) {
            version();
            key = in.nextName();
        }
        for (; key != null; key = in.nextName()) {
            next(key);
        }
    }

    private void version() {
        long version = Tokens.integer(in);
        if (version != JsonFormat.VERSION) {
            throw file.unsupported((int) Math.max(-1, Math.min(version, Integer.MAX_VALUE)), JsonFormat.VERSION);
        }
        values.expectTags();
    }

    private void next(String key) {
        require(!checksum, "'" + key + "' comes behind the checksum");
        if (key.equals(Names.CHECKSUM)) {
            requireOurs(key);
            checksum = !Tokens.string(in).isEmpty();
        } else {
            require(part(key), "there is no part '" + key + "'");
        }
    }

    /** Only our own files have such a key. */
    void requireOurs(String key) {
        require(!values.isLiteral(), "'" + key + "' stands in a file that does not begin with " + Names.VERSION);
    }

    private void end() {
        require(in.nextToken() == null, "there is something behind the last brace");
        complete();
        require(values.isLiteral() || checksum, "its checksum is missing");
        require(values.isLiteral() || tail.isRight(), "its checksum is not that of its bytes");
    }

    static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }

    @Override
    public void close() {
        in.close();
    }
}
