package io.dictdb.internal.query;

import io.dictdb.IndexType;
import io.dictdb.internal.index.FieldIndex;
import io.dictdb.internal.index.KeyIndex;
import io.dictdb.internal.page.PageTree;
import org.jspecify.annotations.Nullable;

/** What a query sees of a table: one state of it, which never changes. */
public interface TableView {
    /** The table's name, for messages. */
    String name();

    /** How many records there are. */
    int count();

    PageTree pages();

    /** The field that the keys are of, or null when there are no keys. */
    @Nullable
    String primaryKey();

    KeyIndex keys();

    /** The index of a field, or null when it has none of that type. */
    @Nullable
    FieldIndex index(String field, IndexType type);

    /** Records in insertion order without any index: the result of an aggregation, ordered and cut like a table. */
    static TableView of(String name, PageTree pages, int count) {
        return new TableView() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int count() {
                return count;
            }

            @Override
            public PageTree pages() {
                return pages;
            }

            @Override
            public @Nullable String primaryKey() {
                return null;
            }

            @Override
            public KeyIndex keys() {
                return KeyIndex.EMPTY;
            }

            @Override
            public @Nullable FieldIndex index(String field, IndexType type) {
                return null;
            }
        };
    }
}
