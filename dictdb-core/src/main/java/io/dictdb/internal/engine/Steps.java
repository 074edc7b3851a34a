package io.dictdb.internal.engine;

/**
 * Is told each internal step of a change before it is taken. What it throws fails the change at that step: so tests can show that a failure
 * anywhere leaves nothing behind.
 */
@FunctionalInterface
public interface Steps {
    /** Lets every step pass. */
    Steps NONE = step -> {};

    void at(String step);
}
