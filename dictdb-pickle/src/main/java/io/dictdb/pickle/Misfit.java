package io.dictdb.pickle;

/** Something that a sound file holds and tables have no room for. */
final class Misfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Misfit(String message) {
        super(message);
    }

    private Misfit(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same complaint of a place that holds what was complained of. */
    static IllegalArgumentException within(String place, IllegalArgumentException e) {
        String message = place + e.getMessage();
        return e instanceof Misfit ? new Misfit(message, e) : new IllegalArgumentException(message, e);
    }
}
