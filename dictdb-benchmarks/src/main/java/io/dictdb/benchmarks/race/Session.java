package io.dictdb.benchmarks.race;

/** The calls that are measured. Every query reads all five fields of every row. */
interface Session {
    /** Inserts transaction number {@code id}. */
    void insert(long id) throws Exception;

    /** The digest of a transaction, found by its key. */
    double get(long id) throws Exception;

    /** Those of a customer. */
    Answer customer(long customer) throws Exception;

    /** Those with an amount from the first to before the second. */
    Answer range(double low, double high) throws Exception;

    /** The ten largest. */
    Answer top() throws Exception;

    /** Those with a customer below that number, in a table that has no index. */
    Answer scan(long customers) throws Exception;

    /** How many those are. */
    long count(long customers) throws Exception;

    /** Number, sum and mean of the amounts of each customer. */
    Answer groups() throws Exception;

    /** Changes a field without an index. */
    void status(long id, String status) throws Exception;

    /** Changes a field with an index. */
    void date(long id, String date) throws Exception;

    /** Deletes a transaction. */
    void delete(long id) throws Exception;

    /** Nothing more is called. */
    default void end() throws Exception {}
}
