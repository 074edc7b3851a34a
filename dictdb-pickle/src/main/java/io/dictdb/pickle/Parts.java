package io.dictdb.pickle;

import org.jspecify.annotations.Nullable;

/** What the attributes of Python's objects are called. */
final class Parts {
    static final String TABLES = "tables";
    static final String TABLE_NAME = "table_name";
    static final String PRIMARY_KEY = "primary_key";
    static final String RECORDS = "records";
    static final String SCHEMA = "schema";
    static final String NEXT_KEY = "_next_pk";

    private Parts() {}

    static Dict dict(@Nullable Object value, String part) {
        if (value instanceof Dict dict) {
            return dict;
        }
        throw new IllegalArgumentException("'" + part + "' is " + Words.of(value) + ", not a dict");
    }
}
