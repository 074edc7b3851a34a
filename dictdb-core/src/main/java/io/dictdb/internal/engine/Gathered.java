package io.dictdb.internal.engine;

import io.dictdb.internal.page.Page;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is to become of rows, in any order and as often as one likes: the last word counts. */
final class Gathered {
    private static final FrozenMap GONE = new FrozenMap(Shape.of(), new Object[0]);

    /** By page, and in it by row; null where nothing happens. */
    private @Nullable FrozenMap[][] pages = new @Nullable FrozenMap[8][];

    private boolean empty = true;

    boolean isEmpty() {
        return empty;
    }

    /** Whether the last word on a row is that it goes. */
    boolean isGone(int row) {
        int page = row >>> Page.BITS;
        return page < pages.length && pages[page] != null && pages[page][row & (Page.ROWS - 1)] == GONE;
    }

    void delete(int row) {
        put(row, GONE);
    }

    void put(int row, FrozenMap record) {
        int page = row >>> Page.BITS;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        if (pages[page] == null) {
            pages[page] = new @Nullable FrozenMap[Page.ROWS];
        }
        pages[page][row & (Page.ROWS - 1)] = record;
        empty = false;
    }

    /** All of it, row by row. */
    Rewrites rewrites() {
        Rewrites rewrites = new Rewrites();
        for (int page = 0; page < pages.length; page++) {
            for (int i = 0; pages[page] != null && i < Page.ROWS; i++) {
                FrozenMap record = pages[page][i];
                if (record != null) {
                    rewrites.add((page << Page.BITS) + i, record == GONE ? null : record);
                }
            }
        }
        return rewrites;
    }
}
