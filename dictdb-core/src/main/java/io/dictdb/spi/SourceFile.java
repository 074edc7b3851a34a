package io.dictdb.spi;

import io.dictdb.CorruptFileException;
import io.dictdb.LoadOptions;
import io.dictdb.UnsupportedFormatException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file that a format reads, decompressed. Used by one thread. */
public interface SourceFile {
    /**
     * The bytes.
     *
     * @return one stream, buffered, the same at each call; closed by who called the format
     */
    InputStream stream();

    /**
     * How many bytes of the stream have been read.
     *
     * @return the offset of the next byte
     */
    long offset();

    /**
     * Where the file is: for messages, not to be opened.
     *
     * @return its path
     */
    Path path();

    /**
     * What the file may hold.
     *
     * @return limits and settings
     */
    LoadOptions options();

    /**
     * An exception for damage.
     *
     * @param what what is wrong, in words that continue the file's name
     * @param offset the byte where it was noticed
     * @return to be thrown
     */
    CorruptFileException corrupt(String what, long offset);

    /**
     * An exception for a version that is not read.
     *
     * @param version the version that the file names
     * @param newest the newest that is read; an older one is too old, a newer one too new
     * @return to be thrown
     */
    UnsupportedFormatException unsupported(int version, int newest);
}
