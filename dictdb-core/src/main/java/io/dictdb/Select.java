package io.dictdb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query of one table. Immutable: each step returns a new one, so that a query can be kept, shared between threads and run again; each
 * run takes the table as it is at that moment and is not disturbed by later changes.
 *
 * <p>Whatever the order of the steps, a run filters, orders, projects, drops repeated rows, skips and cuts, in this order. Without
 * {@code orderBy} rows come in insertion order.
 */
public interface Select {
    /**
     * Keeps the records for which a condition holds; a second one narrows the first.
     *
     * @param condition the condition
     * @return the narrower query
     */
    Select where(Condition condition);

    /**
     * Orders by fields of the record, whether they are selected or not; stable, also descending. A later call replaces an earlier one.
     *
     * @param fields names; a leading minus descends
     * @return the ordered query
     */
    Select orderBy(String... fields);

    /**
     * Orders by fields of the record.
     *
     * @param order the fields and their directions
     * @return the ordered query
     */
    Select orderBy(List<Order> order);

    /**
     * Cuts after so many rows.
     *
     * @param n at least 0
     * @return the shorter query
     */
    Select limit(int n);

    /**
     * Skips so many rows.
     *
     * @param n at least 0
     * @return the query without its first rows
     */
    Select offset(int n);

    /**
     * Keeps the first of equal projected rows.
     *
     * @return the query without repetitions
     */
    Select distinct();

    /**
     * Looks at the thread's interrupt at each record from now on: runs of the query throw {@link QueryCancelledException} when it is set, and leave it
     * set. Without this an interrupt is no business of a query: it goes on, and the thread stays interrupted.
     *
     * @return the query that can be cancelled
     */
    Select interruptible();

    /**
     * Runs the query.
     *
     * @return the rows, an immutable list
     */
    List<Row> list();

    /**
     * Runs the query lazily over the table as it is now, however long the stream is read. Closing it is optional.
     *
     * @return the rows
     */
    Stream<Row> stream();

    /**
     * The first row.
     *
     * @return the row, or empty
     */
    Optional<Row> first();

    /**
     * The only row.
     *
     * @return the row
     * @throws RecordNotFoundException when there is none
     * @throws IllegalStateException when there are several
     */
    Row one();

    /**
     * How many rows {@link #list()} would have, from the indexes alone where they can tell.
     *
     * @return the number
     */
    int count();

    /**
     * Runs the query into Java records.
     *
     * @param type the record class; each component takes the field of its name
     * @param <R> the record class
     * @return the records, an immutable list
     * @throws IllegalArgumentException naming record class, component and value where a value does not fit
     */
    <R extends java.lang.Record> List<R> list(Class<R> type);

    /**
     * Runs the query into a CSV file: a line of names, unless the options leave it out, and a line for each row. Without rows there is the line of names alone: of the
     * selected columns, else of the table's fields, else of its primary key.
     *
     * <p>Null is an empty cell; booleans, floating numbers, lists and maps are written as Python writes them, {@code byte[]} as Base64, all other values as
     * their {@code toString()} has it. {@link CsvOptions#schema} reads all of it back.
     *
     * @param file the file; one that is there is replaced, when the new one is complete
     * @param options how: the delimiter, the charset, the header, which of the columns, {@link CsvOptions#where} to narrow the query, a listener
     * @return how many rows were written
     * @throws StorageException when the file cannot be written, or a value has characters that its charset lacks
     */
    int exportCsv(Path file, CsvOptions options);

    /**
     * How the query would be run now.
     *
     * @return the plan
     */
    Explanation explain();
}
