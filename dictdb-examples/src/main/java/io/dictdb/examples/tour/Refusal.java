package io.dictdb.examples.tour;

/** Something the user asked for that cannot be done, with a message that says why and needs no stack trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal with the message that the user sees. */
    public Refusal(String message) {
        super(message);
    }
}
