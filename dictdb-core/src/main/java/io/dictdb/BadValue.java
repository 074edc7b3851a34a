package io.dictdb;

/** What an import with a schema does about a cell that does not fit its field: {@link CsvOptions#onBadValue}. */
public enum BadValue {
    /** The import fails with a {@link StorageException} that names line, column and value. */
    REFUSE,
    /**
     * The cell's text is stored as it stands, although the schema asks for another class; an empty cell that the field cannot lack is stored as null. The
     * schema holds again as soon as such a record is changed.
     */
    KEEP_TEXT,
    /** The row is left out and counted: {@link CsvOptions#skipped(java.util.function.LongConsumer)}. */
    SKIP_ROW
}
