package io.dictdb;

import java.nio.file.Path;
import java.util.OptionalLong;

/** A file ends too early: it was cut, or never finished. What is there is not taken over. */
public class TruncatedFileException extends CorruptFileException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception with a message alone.
     *
     * @param message what happened
     */
    public TruncatedFileException(String message) {
        super(message);
    }

    /**
     * An exception about the end of a file.
     *
     * @param message what happened
     * @param path the file
     * @param offset the byte, from 0, where more was expected; in a compressed file, of what it expands to
     * @param sequence the number of the commit that the cut part belongs to, if it is known
     */
    public TruncatedFileException(String message, Path path, long offset, OptionalLong sequence) {
        super(message, path, offset, sequence);
    }
}
