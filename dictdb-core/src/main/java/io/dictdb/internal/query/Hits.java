package io.dictdb.internal.query;

import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageTree;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Moves a cursor from one matching record to the next. */
interface Hits {
    boolean next();

    /** How many records have been looked at. */
    long scanned();

    /** Every record of the table that the matcher takes, in insertion order. */
    static Hits scan(PageTree pages, Cursor at, Matcher matcher) {
        return new Hits() {
            private @Nullable Page page = pages.ceiling(0);
            private int position = -1;
            private long behind;

            @Override
            public long scanned() {
                return behind + position + 1;
            }

            @Override
            public boolean next() {
                for (Page here = page; here != null; here = turn(here)) {
                    if (position < 0) {
                        at.enter(here);
                    }
                    while (++position < here.count()) {
                        at.move(position);
                        if (matcher.test(at)) {
                            return true;
                        }
                    }
                }
                return false;
            }

            private @Nullable Page turn(Page here) {
                page = pages.ceiling(here.number() + 1);
                behind += position;
                position = -1;
                return page;
            }
        };
    }

    /** The records of row numbers, in their order, that the matcher takes; a negative row number ends them. */
    static Hits fetch(PageTree pages, IntSupplier rows, Cursor at, Matcher matcher) {
        return new Hits() {
            private long scanned;

            @Override
            public long scanned() {
                return scanned;
            }

            @Override
            public boolean next() {
                for (int row = rows.getAsInt(); row >= 0; row = rows.getAsInt()) {
                    Page page = at.page();
                    if (page.number() != row >>> Page.BITS || page.count() == 0) {
                        page = Objects.requireNonNull(pages.ofRow(row), "an index names a row that is not there");
                        at.enter(page);
                    }
                    at.move(page.positionOf(row));
                    scanned++;
                    if (matcher.test(at)) {
                        return true;
                    }
                }
                return false;
            }
        };
    }

    static IntSupplier rows(int[] rows) {
        return new IntSupplier() {
            private int next;

            @Override
            public int getAsInt() {
                return next < rows.length ? rows[next++] : -1;
            }
        };
    }
}
