package io.dictdb.internal.engine;

import io.dictdb.Row;
import io.dictdb.internal.page.Page;
import io.dictdb.spi.SavedDatabase;
import io.dictdb.spi.SavedTable;
import io.dictdb.spi.TableDescription;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
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
            return () -> new Rows(state);
        }
    }

    private static final class Rows implements Iterator<Row> {
        private final TableState state;
        private @Nullable Page page;
        private int next;

        Rows(TableState state) {
            this.state = state;
            this.page = state.pages().ceiling(0);
        }

        @Override
        public boolean hasNext() {
            return page != null;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Page here = Objects.requireNonNull(page);
            Row row = here.row(next++);
            if (next == here.count()) {
                page = state.pages().ceiling(here.number() + 1);
                next = 0;
            }
            return row;
        }
    }
}
