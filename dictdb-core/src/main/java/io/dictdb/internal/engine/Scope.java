package io.dictdb.internal.engine;

import io.dictdb.internal.engine.Store.Outcome;
import java.util.function.Function;

/** What calls work on: what is published, what a transaction has made of it, or a snapshot. */
interface Scope {
    EditRules rules();

    /** All tables as calls see them now. */
    Root root();

    /** Where to tell what is read of a table. */
    default Reads reads(TableDefinition table) {
        return Reads.FORGOTTEN;
    }

    /** To be told that a name is looked up, whether there is a table or not. */
    default void readsName(String name) {}

    /** To be told that all names are looked at. */
    default void readsNames() {}

    /** Throws unless the table is there and may be changed here. */
    default void admit(TableDefinition table) {
        state(table);
    }

    /** Runs attempts at a change that others may overtake. */
    Allowance allowance();

    /** Puts the state that a change of a table gives in the place of the one that it was given. The change runs no code of a caller. */
    <T> T change(TableDefinition table, Function<TableState, Outcome<T>> change);

    void create(TableState table);

    void drop(String name);

    default TableState state(TableDefinition table) {
        return root().of(table);
    }
}
