package io.dictdb.internal.journal;

import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.util.List;

/**
 * Is told what a commit has changed, step by step, in the order in which the steps are to be taken. What does not fit is an {@link IllegalArgumentException}.
 *
 * @param <E> what else may be thrown
 */
public interface CommitSteps<E extends Exception> {
    void dropped(String table) throws E;

    /** A table has come, without records yet; the next steps are about it. */
    void created(TableDescription table) throws E;

    /** The next steps are about this table, which is there. */
    void table(String name) throws E;

    /** Its indexes are these from now on, all of them. */
    void indexes(List<IndexDescription> indexes) throws E;

    /** The highest key that it ever had, where its records do not tell. */
    void highestKey(Number key) throws E;

    /** All its records are gone. */
    void cleared() throws E;

    void deleted(Object key) throws E;

    /** A record takes the place of the one with its key, or comes at the end. */
    void put(ShapedMap record) throws E;
}
