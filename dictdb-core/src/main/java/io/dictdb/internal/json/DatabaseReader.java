package io.dictdb.internal.json;

import io.dictdb.DictDBException;
import io.dictdb.StorageException;
import io.dictdb.spi.DatabaseBuilder;
import io.dictdb.spi.SourceFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a database.
 *
 * <p>A file that names its version first is ours: it ends with its checksum and may hold tagged values. One that names neither is Python's and is read literally. Whatever
 * a damaged file says is thrown away with it, so that the checksum, which can only be known at the end, comes in time.
 */
final class DatabaseReader implements Closeable {
    private final SourceFile file;
    private final Tail tail;
    private final DatabaseBuilder database;
    private final JsonParser in;
    private final ValueReader values;
    private boolean tables;
    private boolean checksum;

    DatabaseReader(JsonFactory json, SourceFile file, Tail tail, DatabaseBuilder database) {
        this.file = file;
        this.tail = tail;
        this.database = database;
        this.in = json.createParser(ObjectReadContext.empty(), new JsonText(tail));
        this.values = new ValueReader(in, file.options());
    }

    void read() throws IOException {
        try {
            parts();
            end();
        } catch (StorageException e) {
            throw e;
        } catch (JacksonIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw file.corrupt("it is not text in UTF-8", file.offset());
            }
            throw e.getCause();
        } catch (UnexpectedEndOfInputException e) {
            throw cut(e);
        } catch (StreamReadException e) {
            long at = e.getLocation().getCharOffset();
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

    /** In characters, which are bytes in what we and Python write. */
    private long offset() {
        return in.currentLocation().getCharOffset();
    }

    /** Whether a word that makes no sense is one whose end is missing. */
    private boolean isCut(long at) throws IOException {
        boolean ends = tail.isThere();
        return values.isLiteral() ? at >= file.offset() : !ends;
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
            part(key);
        }
    }

    private void version() {
        long version = Tokens.integer(in);
        if (version != JsonFormat.VERSION) {
            throw file.unsupported((int) Math.max(-1, Math.min(version, Integer.MAX_VALUE)), JsonFormat.VERSION);
        }
        values.expectTags();
    }

    private void part(String key) {
        require(!checksum, "'" + key + "' comes behind the checksum");
        if (key.equals(Names.TABLES)) {
            require(!tables, "'" + key + "' comes twice");
            tables();
            return;
        }
        require(!values.isLiteral(), "'" + key + "' stands in a file that does not begin with " + Names.VERSION);
        switch (key) {
            case Names.SEQUENCE -> database.sequence(Tokens.integer(in));
            case Names.CHECKSUM -> checksum = !Tokens.string(in).isEmpty();
            default -> throw new IllegalArgumentException("there is no part '" + key + "'");
        }
    }

    private void tables() {
        tables = true;
        Tokens.expect(in, JsonToken.START_OBJECT);
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            new TableReader(name, in, values).read(database);
        }
    }

    private void end() {
        require(in.nextToken() == null, "there is something behind the last brace");
        require(tables, "it holds no '" + Names.TABLES + "'");
        require(values.isLiteral() || checksum, "its checksum is missing");
        require(values.isLiteral() || tail.isRight(), "its checksum is not that of its bytes");
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }

    @Override
    public void close() {
        in.close();
    }
}
