package io.dictdb.internal.engine;

import io.dictdb.IndexType;
import io.dictdb.Schema;
import io.dictdb.internal.index.FieldIndex;
import io.dictdb.internal.index.KeyIndex;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageRow;
import io.dictdb.internal.page.PageTree;
import io.dictdb.internal.query.TableView;
import io.dictdb.internal.value.Limits;
import io.dictdb.internal.value.ValueOrder;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A table at one commit. Immutable: whoever holds it may read it without locks as long as they like.
 *
 * @param definition what never changes
 * @param pages the records
 * @param count how many
 * @param nextRow the row number of the next record; all that were given out are below
 * @param keys the row of each primary key
 * @param indexes the indexes on fields
 * @param highestKey the highest integer that was ever a key, a Long or past 64 bits a BigInteger; automatic keys go on from there
 * @param tally what was done with it
 * @param numbering how often the rows have been renumbered: under another one a row number means another row
 */
record TableState(
        TableDefinition definition,
        PageTree pages,
        int count,
        int nextRow,
        KeyIndex keys,
        Indexes indexes,
        Number highestKey,
        Tally tally,
        int numbering)
        implements TableView {

    static TableState empty(TableDefinition definition) {
        return new TableState(definition, PageTree.EMPTY, 0, 0, KeyIndex.EMPTY, Indexes.NONE, 0L, Tally.NONE, 0);
    }

    @Override
    public String name() {
        return definition.name;
    }

    @Override
    public String primaryKey() {
        return definition.primaryKey;
    }

    @Override
    public @Nullable FieldIndex index(String field, IndexType type) {
        return indexes.find(field, type);
    }

    /** Everything but the records. */
    TableDescription description() {
        List<IndexDescription> described = indexes.all().stream()
                .map(named -> new IndexDescription(named.field(), named.index().type()))
                .toList();
        return new TableDescription(name(), primaryKey(), definition.schema(), described, highestKey);
    }

    /** The record of a key, or null. */
    @Nullable
    PageRow find(Object key) {
        int row = keys.find(key);
        return row < 0 ? null : at(row);
    }

    PageRow at(int row) {
        Page page = Objects.requireNonNull(pages.ofRow(row), "no page of that row");
        return page.row(page.positionOf(row));
    }

    /** The names of all fields that records have, by code point. */
    private Collection<String> fields() {
        TreeSet<String> names = new TreeSet<>(ValueOrder::compare);
        for (Page page = pages.ceiling(0); page != null; page = pages.ceiling(page.number() + 1)) {
            names.addAll(page.shape().names());
        }
        return names;
    }

    /** All fields: in the schema's order; without a schema those that records have, by code point. */
    List<String> columns() {
        return definition.schema().map(Schema::fields).orElseGet(() -> List.copyOf(fields()));
    }

    /** This state and an index, which is built unless it is there. */
    TableState indexed(String field, IndexType type, Steps steps) {
        if (index(field, type) != null) {
            return this;
        }
        Limits.checkIndexes(name(), indexes.all().size() + 1);
        return with(indexes.with(field, build(field, type, steps)));
    }

    /** This state with exactly these indexes, all of which are built, on as many processors as there are. */
    TableState indexed(List<IndexDescription> wanted, Steps steps) {
        List<Indexes.Named> built = wanted.parallelStream()
                .map(index -> new Indexes.Named(index.field(), build(index.field(), index.type(), steps)))
                .toList();
        return with(Indexes.of(built));
    }

    /** Its own index of a field, or a new one. */
    FieldIndex indexOf(String field, IndexType type, Steps steps) {
        FieldIndex own = index(field, type);
        return own == null ? build(field, type, steps) : own;
    }

    /** An index of all records. */
    FieldIndex build(String field, IndexType type, Steps steps) {
        steps.at("build index");
        return TableEdit.build(pages, count, field, type);
    }

    /** This state without its records. Its counters go on. */
    TableState cleared() {
        Indexes none = indexes.map(named ->
                new Indexes.Named(named.field(), FieldIndex.empty(named.index().type())));
        Tally more = tally.plus(0, 0, count);
        return new TableState(
                definition, PageTree.EMPTY, 0, nextRow, KeyIndex.EMPTY, none, highestKey, more, numbering);
    }

    TableState with(Indexes changed) {
        return new TableState(definition, pages, count, nextRow, keys, changed, highestKey, tally, numbering);
    }

    TableState with(Tally other) {
        return new TableState(definition, pages, count, nextRow, keys, indexes, highestKey, other, numbering);
    }
}
