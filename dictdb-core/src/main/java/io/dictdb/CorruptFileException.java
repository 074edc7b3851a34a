package io.dictdb;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file is damaged: its bytes are not what was written, or what they say breaks the rules of values. Nothing of it has been taken over. Load an older
 * copy of it.
 */
public class CorruptFileException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final long offset;
    private final long sequence;

    /**
     * An exception with a message alone.
     *
     * @param message what happened
     */
    public CorruptFileException(String message) {
        super(message);
        this.offset = -1;
        this.sequence = -1;
    }

    /**
     * An exception about a place in a file.
     *
     * @param message what happened
     * @param path the file
     * @param offset the byte, from 0, at or before which the damage was noticed; in a compressed file, of what it expands to
     * @param sequence the number of the commit that the damaged part belongs to, if it is known
     */
    public CorruptFileException(String message, Path path, long offset, OptionalLong sequence) {
        super(message, path);
        this.offset = offset;
        this.sequence = sequence.orElse(-1);
    }

    /**
     * Where the damage was noticed.
     *
     * @return the byte, from 0; -1 when it is not known
     */
    public long offset() {
        return offset;
    }

    /**
     * Which commit the damaged part belongs to.
     *
     * @return its number, if it is known
     */
    public OptionalLong sequence() {
        return sequence < 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
    }
}
