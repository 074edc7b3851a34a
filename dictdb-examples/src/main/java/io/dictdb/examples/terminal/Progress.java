package io.dictdb.examples.terminal;

/** Told how far a long step has come. */
public interface Progress extends AutoCloseable {
    /** Shows nothing: for output that nobody watches. */
    Progress NONE = done -> {};

    /** How much is done, in the unit of the total. */
    void to(long done);

    /** The step is over. */
    @Override
    default void close() {}
}
