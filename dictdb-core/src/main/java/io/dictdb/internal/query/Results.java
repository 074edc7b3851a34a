package io.dictdb.internal.query;

import io.dictdb.Row;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The last steps of a run, row by row: distinct, offset, limit. Nothing is read that nobody asks for. */
final class Results implements Iterator<Row> {
    private final Hits hits;
    private final Supplier<Row> project;
    private final @Nullable Set<ValueKey> seen;
    private int toSkip;
    private int left;
    private @Nullable Row next;

    Results(Hits hits, Query query, Supplier<Row> project) {
        this.hits = hits;
        this.project = project;
        this.seen = query.distinct() ? new HashSet<>() : null;
        this.toSkip = query.offset();
        this.left = query.limit();
    }

    @Override
    public boolean hasNext() {
        while (next == null && left > 0 && hits.next()) {
            advance();
        }
        return next != null;
    }

    private void advance() {
        if (seen == null && toSkip > 0) {
            toSkip--;
            return;
        }
        Row row = project.get();
        if (seen != null && !seen.add(new ValueKey(row))) {
            return;
        }
        if (toSkip > 0) {
            toSkip--;
        } else {
            next = row;
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = Objects.requireNonNull(next);
        next = null;
        left--;
        return row;
    }
}
