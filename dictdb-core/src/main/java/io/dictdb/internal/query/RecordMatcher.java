package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.internal.page.Page;

/** Tests single records against a condition, wherever they stand. For one thread. */
public final class RecordMatcher {
    private final Matcher matcher;
    private final Cursor at;

    public RecordMatcher(Condition condition) {
        Fields fields = new Fields();
        this.matcher = Matcher.of(condition, fields);
        this.at = new Cursor(fields);
    }

    public boolean holds(Page page, int position) {
        at.enter(page);
        at.move(position);
        return matcher.test(at);
    }

    /** Whether the condition runs code of the caller. */
    public static boolean isOpaque(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().anyMatch(RecordMatcher::isOpaque);
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().anyMatch(RecordMatcher::isOpaque);
        }
        return condition instanceof Condition.Not not ? isOpaque(not.part()) : condition instanceof Condition.Matching;
    }
}
