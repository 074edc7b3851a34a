package io.dictdb;

import io.dictdb.internal.value.Arguments;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.util.List;

/** One of the changes of a {@link Commit}. Immutable. */
public sealed interface Change {
    /**
     * What it is about.
     *
     * @return the table's name
     */
    String table();

    /**
     * A record is there: in the place of the one with its key, or else behind all others.
     *
     * @param table the table's name
     * @param record all of the record, with its key
     */
    record Put(String table, Row record) implements Change {
        /** Refuses nulls. */
        public Put {
            Arguments.notNull(table, "table");
            Arguments.notNull(record, "record");
        }
    }

    /**
     * A record is gone.
     *
     * @param table the table's name
     * @param key the record's key
     */
    record Deleted(String table, Object key) implements Change {
        /** Refuses nulls. */
        public Deleted {
            Arguments.notNull(table, "table");
            Arguments.notNull(key, "key");
        }
    }

    /**
     * All records that the table had are gone, several at once. Very seldom, once in two thousand million inserts, all that are left are put again behind it.
     *
     * @param table the table's name
     */
    record Cleared(String table) implements Change {
        /** Refuses null. */
        public Cleared {
            Arguments.notNull(table, "table");
        }
    }

    /**
     * A table has come; its records follow.
     *
     * @param description the table without its records
     */
    record TableCreated(TableDescription description) implements Change {
        /** Refuses null. */
        public TableCreated {
            Arguments.notNull(description, "description");
        }

        @Override
        public String table() {
            return description.name();
        }
    }

    /**
     * A table is gone, with its records.
     *
     * @param table the table's name
     */
    record TableDropped(String table) implements Change {
        /** Refuses null. */
        public TableDropped {
            Arguments.notNull(table, "table");
        }
    }

    /**
     * Indexes have come or gone.
     *
     * @param table the table's name
     * @param indexes all that the table has now; unmodifiable
     */
    record IndexesChanged(String table, List<IndexDescription> indexes) implements Change {
        /** Refuses nulls and copies the list. */
        public IndexesChanged {
            Arguments.notNull(table, "table");
            indexes = List.copyOf(Arguments.notNull(indexes, "indexes"));
        }
    }

    /**
     * Integers up to here will not be given out as keys, although the records do not tell: one that had such a key came and went within the commit.
     *
     * @param table the table's name
     * @param key the highest integer that ever was a key, a Long or, past 64 bits, a BigInteger
     */
    record KeysUsed(String table, Number key) implements Change {
        /** Refuses nulls. */
        public KeysUsed {
            Arguments.notNull(table, "table");
            Arguments.notNull(key, "key");
        }
    }
}
