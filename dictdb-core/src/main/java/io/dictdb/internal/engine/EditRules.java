package io.dictdb.internal.engine;

import io.dictdb.internal.page.Page;

/**
 * What every edit of a database is told.
 *
 * @param steps is told each internal step
 * @param lastRow the highest row number that may be given out before a table is renumbered
 */
record EditRules(Steps steps, int lastRow) {
    static final EditRules DEFAULT = new EditRules(Steps.NONE, Integer.MAX_VALUE - Page.ROWS);
}
