package io.dictdb.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A file format: how a whole database is written to a stream of bytes and read back. A module offers one as a service; {@link io.dictdb.FileFormat#of} finds it by
 * name, loading also by the file's first bytes or extension.
 *
 * <p>Must be safe for use by many threads. Files, temporary ones, compression, progress and cancelling are not its concern.
 */
public interface FileFormatProvider {
    /**
     * The format's name.
     *
     * @return in lower case
     */
    String name();

    /**
     * The extensions of such files.
     *
     * @return in lower case, with the dot; the first is the usual one
     */
    List<String> extensions();

    /**
     * Whether a file may be of this format. Where this cannot be told from the content alone, the answer is no; such a file is recognised by its extension.
     *
     * @param start the first bytes of the file, 64 or as many as it has
     * @return true when no other format begins like that
     */
    boolean recognises(byte[] start);

    /**
     * Writes a database.
     *
     * @param database what to write
     * @param out where to; buffered, not to be closed
     * @throws IOException what the stream throws
     * @throws IllegalArgumentException naming table, key and field when a value cannot be written
     */
    void write(SavedDatabase database, OutputStream out) throws IOException;

    /**
     * Reads a database up to the end of the file. What is allocated at any time must not depend on numbers that the file states, but on bytes that have been read.
     *
     * @param in the file
     * @param database takes what is read; nothing of it is seen when this method throws
     * @throws IOException what the stream throws; {@link java.io.EOFException} when the file ends too early
     * @throws io.dictdb.CorruptFileException when the file is damaged; also made by {@link SourceFile#corrupt}
     * @throws io.dictdb.UnsupportedFormatException when it is of another version
     */
    void read(SourceFile in, DatabaseBuilder database) throws IOException;
}
