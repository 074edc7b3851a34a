package io.dictdb.internal.engine;

import io.dictdb.internal.journal.CommitSteps;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageRow;
import io.dictdb.internal.page.RecordChanges;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What leads from one root to the next, in steps: found by comparing the two, so whatever changes a root is among them, and nothing can be forgotten. Costs what differs, in pages.
 *
 * @param <E> what who is told may throw
 */
final class RootSteps<E extends Exception> {
    private final Root last;
    private final Root next;
    private final CommitSteps<E> steps;

    RootSteps(Root last, Root next, CommitSteps<E> steps) {
        this.last = last;
        this.next = next;
        this.steps = steps;
    }

    void tell() throws E {
        for (TableChange change : TableChange.between(last, next)) {
            TableState was = change.was();
            TableState is = change.is();
            if (is == null) {
                steps.dropped(Objects.requireNonNull(was).name());
            } else if (was == null) {
                steps.created(is.description());
                putAll(is);
            } else {
                tell(was, is);
            }
        }
    }

    private void putAll(TableState state) throws E {
        for (PageRow record : SavedRoot.records(state)) {
            steps.put(record);
        }
    }

    private void tell(TableState was, TableState is) throws E {
        steps.table(is.name());
        if (!is.indexes().like(was.indexes())) {
            steps.indexes(is.description().indexes());
        }
        Number highest = was.highestKey();
        if (is.count() == 0 && was.count() > 1) {
            steps.cleared();
        } else if (is.numbering() != was.numbering()) {
            steps.cleared();
            putAll(is);
        } else {
            highest = tellRecords(was, is);
        }
        if (!highest.equals(is.highestKey())) {
            steps.highestKey(is.highestKey());
        }
    }

    /** Tells the records that differ; returns the highest key that is known from them. */
    @SuppressWarnings("unchecked") // nothing else is caught there
    private Number tellRecords(TableState was, TableState is) throws E {
        Differences differences = new Differences(was);
        RecordChanges.between(was.pages(), is.pages(), differences);
        if (differences.failure != null) {
            throw (E) differences.failure;
        }
        return differences.highest;
    }

    private final class Differences implements RecordChanges.Visitor {
        private final String key;
        private Number highest;
        private @Nullable Exception failure;

        Differences(TableState was) {
            this.key = was.primaryKey();
            this.highest = was.highestKey();
        }

        @Override
        @SuppressWarnings("IllegalCatch") // whatever it is, it is thrown when the comparison has ended
        public boolean changed(int row, @Nullable Page before, int positionBefore, @Nullable Page now, int position) {
            try {
                if (now == null) {
                    Page page = Objects.requireNonNull(before);
                    steps.deleted(Objects.requireNonNull(page.value(positionBefore, key)));
                } else {
                    put(now, position, before == null);
                }
                return true;
            } catch (Exception e) {
                failure = e;
                return false;
            }
        }

        private void put(Page page, int position, boolean isNew) throws E {
            steps.put(page.row(position));
            if (isNew) {
                highest = KeySequence.highest(highest, Objects.requireNonNull(page.value(position, key)));
            }
        }
    }
}
