package io.dictdb.internal.index;

import io.dictdb.internal.value.ValueOrder;
import io.dictdb.internal.value.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the classes of the total order begin and end; a class without a greatest value ends before the next one begins. */
final class ClassRanges {
    private static final Object NO_BYTES = new byte[0];
    private static final Object NO_LIST = in(List.of());
    private static final Object NO_MAP = in(Map.of());

    private static final Range[] BY_RANK = {
        Range.NONE,
        closed(false, true),
        closed(Double.NEGATIVE_INFINITY, Double.NaN),
        before("", LocalDate.MIN),
        closed(LocalDate.MIN, LocalDate.MAX),
        closed(LocalTime.MIN, LocalTime.MAX),
        closed(LocalDateTime.MIN, LocalDateTime.MAX),
        closed(Instant.MIN, Instant.MAX),
        closed(new UUID(0, 0), new UUID(-1, -1)),
        before(NO_BYTES, NO_LIST),
        before(NO_LIST, NO_MAP),
        before(NO_MAP, null)
    };

    private ClassRanges() {}

    static Range of(Object value) {
        return BY_RANK[ValueOrder.rank(value)];
    }

    private static Range closed(Object first, Object last) {
        return new Range(first, true, last, true);
    }

    private static Range before(Object first, @Nullable Object end) {
        return new Range(first, true, end, false);
    }

    private static Object in(Object empty) {
        return Objects.requireNonNull(Values.in("", empty));
    }
}
