package io.dictdb;

/** The root of everything that this library throws for what a caller may want to handle; unchecked. */
public class DictDBException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception with a message.
     *
     * @param message what happened, where, and the way out
     */
    public DictDBException(String message) {
        super(message);
    }

    /**
     * An exception with a message and a cause.
     *
     * @param message what happened, where, and the way out
     * @param cause what led to it
     */
    public DictDBException(String message, Throwable cause) {
        super(message, cause);
    }
}
