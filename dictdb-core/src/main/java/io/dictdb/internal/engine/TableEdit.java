package io.dictdb.internal.engine;

import io.dictdb.IndexType;
import io.dictdb.internal.index.Edit;
import io.dictdb.internal.index.FieldIndex;
import io.dictdb.internal.index.KeyIndex;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageTree;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Values;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The next state of a table while one writer makes it. Nothing of it is seen before {@link #done} is published; an edit that is given up
 * is simply forgotten.
 *
 * <p>Records are appended to a tail page that enters the tree when it is full or at the end, so that a bulk insert does not copy a path of
 * the tree for each record. Trees of indexes are changed in place where this edit has made their nodes. Indexes that were empty are built
 * at the end in one go.
 */
final class TableEdit {
    private final TableDefinition definition;
    private final Steps steps;
    private final Edit edit = new Edit();
    private final Indexes base;
    private final List<Indexes.Named> indexes;
    private final boolean deferred;
    private PageTree pages;
    private Page tail;
    private KeyIndex keys;
    private int count;
    private int nextRow;
    private final int numbering;
    private Number highestKey;
    private final Tally tally;
    private long inserted;
    private long updated;
    private long deleted;

    /**
     * @param given the last state
     * @param expected how many records will be inserted at most; 0 for none, and rows keep their numbers
     */
    TableEdit(TableState given, EditRules rules, int expected) {
        boolean full = expected > 0 && given.nextRow() > rules.lastRow() - expected;
        TableState from = full ? renumbered(given) : given;
        this.steps = rules.steps();
        this.definition = from.definition();
        this.pages = from.pages();
        this.keys = from.keys();
        this.count = from.count();
        this.nextRow = from.nextRow();
        this.highestKey = from.highestKey();
        this.tally = from.tally();
        this.base = from.indexes();
        this.indexes = new ArrayList<>(this.base.all());
        this.numbering = from.numbering();
        this.deferred = count == 0 && expected > Page.ROWS;
        this.tail = lastPage();
    }

    private Page lastPage() {
        Page last = pages.ofRow(nextRow);
        return last == null ? Page.empty(nextRow >>> Page.BITS) : last;
    }

    /** Moves the counter of keys behind one that has been used. */
    void use(Number key) {
        highestKey = KeySequence.highest(highestKey, key);
    }

    /** The row of a key as it is now, or a negative number. */
    int row(Object key) {
        return keys.find(key);
    }

    /** Throws when the record names a key that is there. */
    void refuseTaken(FrozenMap record) {
        Object key = record.inner(definition.primaryKey);
        if (key != null && keys.find(key) >= 0) {
            throw KeySequence.duplicate(definition, key);
        }
    }

    /** The record with the key that it would get now, if it has none. */
    FrozenMap keyed(FrozenMap given) {
        return given.inner(definition.primaryKey) != null
                ? given
                : given.with(definition.primaryKey, KeySequence.next(definition, highestKey, keys));
    }

    /** Appends a record, gives it a key if it has none, and returns the key. */
    Object insert(FrozenMap given) {
        FrozenMap record = keyed(given);
        Object key = Objects.requireNonNull(record.inner(definition.primaryKey));
        KeySequence.refuseUnusable(definition, key);
        refuseTaken(record);
        append(record, key);
        return key;
    }

    /** Appends a record whose key is known to be usable and free. */
    void append(FrozenMap record, Object key) {
        if (tail.isCrowdedBy(record.shape())) {
            tail = tail.sealed();
            turn(tail.number() + 1);
        }
        int row = nextRow;
        steps.at("append to page");
        tail = tail.append(row & (Page.ROWS - 1), record);
        steps.at("index key");
        keys = keys.with(key, row, edit);
        if (!deferred) {
            index(record, row);
        }
        count++;
        inserted++;
        advance(key);
    }

    private void advance(Object key) {
        nextRow++;
        if ((nextRow & (Page.ROWS - 1)) == 0) {
            turn(nextRow >>> Page.BITS);
        }
        highestKey = KeySequence.highest(highestKey, key);
    }

    private void index(FrozenMap record, int row) {
        for (int i = 0; i < indexes.size(); i++) {
            Indexes.Named named = indexes.get(i);
            steps.at("index field");
            indexes.set(
                    i, new Indexes.Named(named.field(), named.index().with(record.inner(named.field()), row, edit)));
        }
    }

    private void turn(int page) {
        flush();
        nextRow = Math.multiplyExact(page, Page.ROWS);
        tail = Page.empty(page);
    }

    private void flush() {
        pages = tail.count() == 0 ? pages : pages.with(tail);
    }

    /** Puts other records in the place of some rows, or takes them away, page by page. */
    void rewrite(Rewrites rewrites) {
        rewrite(rewrites, null);
    }

    /**
     * The same where one edit comes after the other before anything is published.
     *
     * @param own the pages that nobody else has, which are changed in place; those that are changed will be among them
     */
    void rewrite(Rewrites rewrites, @Nullable BitSet own) {
        flush();
        for (int from = 0, to; from < rewrites.size(); from = to) {
            int page = rewrites.row(from) >>> Page.BITS;
            to = from + 1;
            while (to < rewrites.size() && rewrites.row(to) >>> Page.BITS == page) {
                to++;
            }
            rewrite(rewrites, from, to, own);
        }
        tail = lastPage();
    }

    private void rewrite(Rewrites rewrites, int from, int to, @Nullable BitSet own) {
        Page page = Objects.requireNonNull(pages.ofRow(rewrites.row(from)));
        int[] positions = new int[to - from];
        FrozenMap[] records = new FrozenMap[to - from];
        boolean[] gone = new boolean[page.count()];
        int replaced = 0;
        for (int i = from; i < to; i++) {
            int position = page.positionOf(rewrites.row(i));
            FrozenMap record = rewrites.after(i);
            reindex(page, position, rewrites.row(i), record);
            gone[position] = record == null;
            if (record != null) {
                positions[replaced] = position;
                records[replaced++] = record;
            }
        }
        updated += replaced;
        deleted += to - from - replaced;
        steps.at("rewrite page");
        Page changed = replaced == 0 ? page : page.replace(positions, records, replaced, hold(page, own));
        put(page, replaced == to - from ? changed : keeping(changed, gone));
        if (own != null) {
            own.set(page.number());
        }
    }

    private static Page.Hold hold(Page page, @Nullable BitSet own) {
        if (own == null) {
            return Page.Hold.SHARED;
        }
        return own.get(page.number()) ? Page.Hold.OWN : Page.Hold.TAKEN;
    }

    private static @Nullable Page keeping(Page page, boolean[] gone) {
        int[] kept = new int[gone.length];
        int n = 0;
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                kept[n++] = i;
            }
        }
        return page.keeping(kept, n);
    }

    private void put(Page before, @Nullable Page after) {
        pages = after == null ? pages.without(before.number()) : pages.with(after);
        count -= before.count() - (after == null ? 0 : after.count());
    }

    private void reindex(Page page, int position, int row, @Nullable FrozenMap after) {
        if (after == null) {
            steps.at("unindex key");
            keys = keys.without(Objects.requireNonNull(page.value(position, definition.primaryKey)), edit);
        }
        for (int i = 0; i < indexes.size(); i++) {
            String field = indexes.get(i).field();
            FieldIndex index = indexes.get(i).index();
            Object old = page.value(position, field);
            Object now = after == null ? null : after.inner(field);
            if (after == null || !Values.equal(old, now)) {
                steps.at("reindex field");
                FieldIndex less = index.without(old, row, edit);
                indexes.set(i, new Indexes.Named(field, after == null ? less : less.with(now, row, edit)));
            }
        }
    }

    TableState done() {
        flush();
        for (int i = 0; deferred && i < indexes.size(); i++) {
            Indexes.Named named = indexes.get(i);
            steps.at("build index");
            indexes.set(
                    i,
                    new Indexes.Named(
                            named.field(),
                            build(pages, count, named.field(), named.index().type())));
        }
        return new TableState(
                definition,
                pages,
                count,
                nextRow,
                keys,
                base.containing(indexes),
                highestKey,
                tally.plus(inserted, updated, deleted),
                numbering);
    }

    /** An index of all records of a tree. */
    static FieldIndex build(PageTree pages, int count, String field, IndexType type) {
        FieldValues all = FieldValues.of(pages, count, field);
        return FieldIndex.build(type, all.values(), all.rows(), count);
    }

    /** The same records with row numbers from 0 on: once in two thousand million inserts. */
    private static TableState renumbered(TableState full) {
        Indexes none = full.indexes()
                .map(named -> new Indexes.Named(
                        named.field(), FieldIndex.empty(named.index().type())));
        TableState fresh = new TableState(
                full.definition(),
                PageTree.EMPTY,
                0,
                0,
                KeyIndex.EMPTY,
                none,
                full.highestKey(),
                Tally.NONE,
                full.numbering() + 1);
        TableEdit edit = new TableEdit(fresh, EditRules.DEFAULT, full.count());
        for (Page page = full.pages().ceiling(0);
                page != null;
                page = full.pages().ceiling(page.number() + 1)) {
            for (int i = 0; i < page.count(); i++) {
                edit.insert(page.row(i).record());
            }
        }
        return edit.done().with(full.tally());
    }
}
