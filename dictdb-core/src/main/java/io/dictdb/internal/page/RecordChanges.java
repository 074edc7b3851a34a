package io.dictdb.internal.page;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finds the records that differ between two versions of a table, by row number. Costs what differs, in pages. */
public final class RecordChanges {
    private final Visitor visitor;
    private boolean enough;

    private RecordChanges(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Is shown a record that has changed, come or gone: where it stood and where it stands; a page is null where it does not. False ends it. */
    public interface Visitor {
        boolean changed(int row, @Nullable Page before, int positionBefore, @Nullable Page now, int positionNow);
    }

    /** Shows what differs; by ascending row number, unless the rows have been renumbered in between. */
    public static void between(PageTree older, PageTree newer, Visitor visitor) {
        newer.changesSince(older, new RecordChanges(visitor)::compare);
    }

    private void compare(@Nullable Page before, @Nullable Page now) {
        if (before != null && now != null && now.extendsLayoutOf(before)) {
            byPosition(before, now);
        } else {
            byRow(before, now);
        }
    }

    /** A record of both stands at the same position, so that columns can be compared as a whole: mostly they are shared. */
    private void byPosition(Page before, Page now) {
        BitSet changed = now.changedSince(before);
        for (int at = changed.nextSetBit(0); at >= 0 && !enough; at = changed.nextSetBit(at + 1)) {
            show(now.rowAt(at), before, at, now, at);
        }
        for (int at = before.count(); at < now.count() && !enough; at++) {
            show(now.rowAt(at), null, before.count(), now, at);
        }
    }

    private void byRow(@Nullable Page before, @Nullable Page now) {
        int oldCount = before == null ? 0 : before.count();
        int newCount = now == null ? 0 : now.count();
        int oldAt = 0;
        int newAt = 0;
        while (!enough && (oldAt < oldCount || newAt < newCount)) {
            int oldRow = before == null || oldAt == oldCount ? Integer.MAX_VALUE : before.rowAt(oldAt);
            int newRow = now == null || newAt == newCount ? Integer.MAX_VALUE : now.rowAt(newAt);
            int row = Math.min(oldRow, newRow);
            Page was = oldRow == row ? before : null;
            Page is = newRow == row ? now : null;
            if (was == null || is == null || !is.sameRecord(newAt, was, oldAt)) {
                show(row, was, oldAt, is, newAt);
            }
            oldAt += was == null ? 0 : 1;
            newAt += is == null ? 0 : 1;
        }
    }

    private void show(int row, @Nullable Page was, int wasAt, @Nullable Page is, int isAt) {
        enough = !visitor.changed(row, was, wasAt, is, isAt);
    }
}
