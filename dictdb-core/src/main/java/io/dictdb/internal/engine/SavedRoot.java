package io.dictdb.internal.engine;

import io.dictdb.Row;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageRow;
import io.dictdb.internal.page.PageTree;
import io.dictdb.spi.SavedDatabase;
import io.dictdb.spi.SavedTable;
import io.dictdb.spi.TableDescription;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A root as formats see it that write row by row. */
record SavedRoot(Root root) implements SavedDatabase {
    @Override
    public long sequence() {
        return root.sequence();
    }

    @Override
    public List<SavedTable> tables() {
        return root.tables().stream().<SavedTable>map(Saved::new).toList();
    }

    /** The records of a table in insertion order. */
    static Iterable<PageRow> records(TableState state) {
        return () -> new Rows<>(state.pages(), row -> row);
    }

    private record Saved(TableState state) implements SavedTable {
        @Override
        public TableDescription description() {
            return state.description();
        }

        @Override
        public int count() {
            return state.count();
        }

        @Override
        public Iterable<Row> rows() {
            return () -> new Rows<>(state.pages(), row -> row);
        }
    }

    /** A row as whoever asks wants to see it. */
    private static final class Rows<T> implements Iterator<T> {
        private final PageTree pages;
        private final Function<PageRow, T> view;
        private @Nullable Page page;
        private int next;

        Rows(PageTree pages, Function<PageRow, T> view) {
            this.pages = pages;
            this.view = view;
            this.page = pages.ceiling(0);
        }

        @Override
        public boolean hasNext() {
            return page != null;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Page here = Objects.requireNonNull(page);
            T row = view.apply(here.row(next++));
            if (next == here.count()) {
                page = pages.ceiling(here.number() + 1);
                next = 0;
            }
            return row;
        }
    }
}
