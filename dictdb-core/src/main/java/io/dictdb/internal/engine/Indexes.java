package io.dictdb.internal.engine;

import io.dictdb.IndexType;
import io.dictdb.internal.index.FieldIndex;
import io.dictdb.internal.value.Limits;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The indexes of a table, in the order in which they were created. Immutable. */
final class Indexes {
    static final Indexes NONE = of(List.of());

    private final List<Named> all;

    /** The same object for indexes that have come of each other and differ in nothing but their contents. */
    private final Object kinds;

    private Indexes(List<Named> all, Object kinds) {
        this.all = all;
        this.kinds = kinds;
    }

    static Indexes of(List<Named> all) {
        return new Indexes(List.copyOf(all), new Object());
    }

    /** What is to be built where these are described, each once; before anything has been built of too many. */
    static List<IndexDescription> wanted(TableDescription table) {
        List<IndexDescription> wanted = table.indexes().stream().distinct().toList();
        Limits.checkIndexes(table.name(), wanted.size());
        return wanted;
    }

    /** What has been described, with nothing in it. */
    static Indexes empty(List<IndexDescription> described) {
        return Indexes.of(described.stream()
                .map(index -> new Named(index.field(), FieldIndex.empty(index.type())))
                .toList());
    }

    /** An index and its field. */
    record Named(String field, FieldIndex index) {
        private boolean isLike(Named other) {
            return index.type() == other.index.type() && field.equals(other.field);
        }
    }

    List<Named> all() {
        return all;
    }

    List<String> fields() {
        return all.stream().map(Named::field).distinct().toList();
    }

    @Nullable
    FieldIndex find(String field, IndexType type) {
        for (Named named : all) {
            if (named.index.type() == type && named.field.equals(field)) {
                return named.index;
            }
        }
        return null;
    }

    Indexes with(String field, FieldIndex index) {
        List<Named> more = new ArrayList<>(all);
        more.add(new Named(field, index));
        return of(more);
    }

    Indexes without(String field) {
        return of(all.stream().filter(named -> !named.field.equals(field)).toList());
    }

    /** Whether others are of the same fields and types in the same order, whatever they contain. */
    boolean like(Indexes others) {
        return kinds == others.kinds || hasSameKinds(others);
    }

    private boolean hasSameKinds(Indexes others) {
        boolean like = all.size() == others.all.size();
        for (int i = 0; like && i < all.size(); i++) {
            like = all.get(i).isLike(others.all.get(i));
        }
        return like;
    }

    /** The same fields with other contents. */
    Indexes map(UnaryOperator<Named> change) {
        return new Indexes(all.stream().map(change).toList(), kinds);
    }

    /** The same fields with other contents. */
    Indexes containing(List<Named> contents) {
        return new Indexes(List.copyOf(contents), kinds);
    }
}
