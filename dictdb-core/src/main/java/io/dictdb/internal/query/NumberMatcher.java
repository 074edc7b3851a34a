package io.dictdb.internal.query;

import io.dictdb.Condition.Operator;
import io.dictdb.internal.page.Column;
import io.dictdb.internal.page.Doubles;
import io.dictdb.internal.page.Longs;
import io.dictdb.internal.value.Numbers;
import org.jspecify.annotations.Nullable;

/** A comparison with a number: primitive columns are read without boxes. */
final class NumberMatcher implements Matcher {
    private final int field;
    private final Operator operator;
    private final Number constant;

    NumberMatcher(int field, Operator operator, Number constant) {
        this.field = field;
        this.operator = operator;
        this.constant = constant;
    }

    @Override
    public boolean test(Cursor at) {
        Column column = at.column(field);
        int position = at.position();
        if (column instanceof Longs longs && !longs.isNull(position)) {
            return Matcher.holds(operator, Numbers.compare(longs.at(position), constant));
        }
        if (column instanceof Doubles doubles && !doubles.isNull(position)) {
            return Matcher.holds(operator, Numbers.compare(doubles.at(position), constant));
        }
        return test(column == null ? null : column.get(position));
    }

    private boolean test(@Nullable Object value) {
        return value instanceof Number number
                ? Matcher.holds(operator, Numbers.compare(number, constant))
                : operator == Operator.NE;
    }
}
