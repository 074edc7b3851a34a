package io.dictdb;

import java.util.List;

/**
 * What the work of {@link DictDB#transaction} gets: the tables as of one commit point, with the work's own changes.
 *
 * <p>A transaction belongs to the thread that runs its work, and ends with it: its methods, those of its tables and of their queries throw
 * {@link IllegalStateException} in any other thread and afterwards. Rows and streams that it gave may be used anywhere, as long as one likes.
 */
public interface Transaction {
    /**
     * A table by name.
     *
     * @param name the table's name
     * @return the table; what is changed through it is changed in this transaction
     * @throws TableNotFoundException when there is none
     */
    Table getTable(String name);

    /**
     * Creates a table whose primary key is {@code id}.
     *
     * @param name the table's name
     * @return the table
     * @throws DuplicateTableException when the name is taken
     */
    Table createTable(String name);

    /**
     * Creates a table without a schema.
     *
     * @param name the table's name
     * @param primaryKey the field that identifies a record
     * @return the table
     * @throws DuplicateTableException when the name is taken
     */
    Table createTable(String name, String primaryKey);

    /**
     * Creates a table with a schema. When the schema lacks the primary key, it is added as an integer at the end.
     *
     * @param name the table's name
     * @param primaryKey the field that identifies a record
     * @param schema the fields and their classes
     * @return the table
     * @throws DuplicateTableException when the name is taken
     */
    Table createTable(String name, String primaryKey, Schema schema);

    /**
     * Drops a table with all its records.
     *
     * @param name the table's name
     * @throws TableNotFoundException when there is none
     */
    void dropTable(String name);

    /**
     * The tables' names.
     *
     * @return an immutable list in order of creation
     */
    List<String> listTables();
}
