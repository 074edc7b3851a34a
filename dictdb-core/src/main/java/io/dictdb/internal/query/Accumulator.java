package io.dictdb.internal.query;

import io.dictdb.Aggregate;
import io.dictdb.internal.page.Column;
import io.dictdb.internal.page.Doubles;
import io.dictdb.internal.page.Longs;
import io.dictdb.internal.value.ValueOrder;
import org.jspecify.annotations.Nullable;

/** One aggregate of one group, fed record by record. */
abstract class Accumulator {
    static Accumulator of(Aggregate aggregate) {
        return switch (aggregate.function()) {
            case COUNT -> new Count(aggregate.field() == null);
            case SUM -> new Sum(false);
            case AVG -> new Sum(true);
            case MIN -> new Extreme(-1);
            case MAX -> new Extreme(1);
        };
    }

    /** Takes the value at a position; the column is null where no record of the page has the field. */
    void add(@Nullable Column column, int position) {
        Object value = column == null ? null : column.get(position);
        if (value != null) {
            add(value);
        }
    }

    abstract void add(Object value);

    abstract @Nullable Object result();

    private static final class Count extends Accumulator {
        private final boolean records;
        private long n;

        Count(boolean records) {
            this.records = records;
        }

        @Override
        void add(@Nullable Column column, int position) {
            n += records || (column != null && column.get(position) != null) ? 1 : 0;
        }

        @Override
        void add(Object value) {
            n++;
        }

        @Override
        Object result() {
            return n;
        }
    }

    private static final class Sum extends Accumulator {
        private final boolean mean;
        private final Totals totals = new Totals();

        Sum(boolean mean) {
            this.mean = mean;
        }

        @Override
        void add(@Nullable Column column, int position) {
            if (column instanceof Longs longs && !longs.isNull(position)) {
                totals.add(longs.at(position));
            } else if (column instanceof Doubles doubles && !doubles.isNull(position)) {
                totals.add(doubles.at(position));
            } else {
                super.add(column, position);
            }
        }

        @Override
        void add(Object value) {
            totals.add(value);
        }

        @Override
        @Nullable
        Object result() {
            return mean ? totals.average() : totals.sum();
        }
    }

    private static final class Extreme extends Accumulator {
        private final int sign;
        private @Nullable Object best;

        Extreme(int sign) {
            this.sign = sign;
        }

        @Override
        void add(Object value) {
            if (best == null || ValueOrder.compare(value, best) * sign > 0) {
                best = value;
            }
        }

        @Override
        @Nullable
        Object result() {
            return best;
        }
    }
}
