package io.dictdb;

import io.dictdb.internal.value.Arguments;

/**
 * What an upsert did.
 *
 * @param key the record's primary key, assigned by the table when the record had none
 * @param action what happened to it
 */
public record Upserted(Object key, Action action) {
    /** Checks that nothing is null. */
    public Upserted {
        Arguments.notNull(key, "key");
        Arguments.notNull(action, "action");
    }

    /** The three outcomes of an upsert. */
    public enum Action {
        /** The key was new. */
        INSERTED,
        /** The key was there and the fields were merged. */
        UPDATED,
        /** The key was there and nothing was changed. */
        IGNORED
    }
}
