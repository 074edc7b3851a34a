package io.dictdb.testkit;

import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.matching;

import io.dictdb.Condition;
import io.dictdb.Condition.Comparison;
import io.dictdb.Condition.Operator;
import io.dictdb.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Wrong answers that databases have given: some through an index, some without any. */
enum PlantedFault {
    OR_IS_SERVED_BY_THE_INDEX_OF_ITS_FIRST_PART {
        @Override
        Condition wrong(Condition c) {
            return c instanceof Condition.Or or
                            && or.parts().size() > 1
                            && or.parts().get(0) instanceof Comparison first
                            && first.operator() == Operator.EQ
                    ? first
                    : c;
        }
    },
    NOT_PASSES_OVER_MISSING_FIELDS {
        @Override
        Condition wrong(Condition c) {
            return c instanceof Condition.Not not && not.part() instanceof Comparison part
                    ? not.and(field(part.field()).isNotNull())
                    : c;
        }
    },
    NE_PASSES_OVER_NULLS {
        @Override
        Condition wrong(Condition c) {
            return c instanceof Comparison ne && ne.operator() == Operator.NE
                    ? ne.and(field(ne.field()).isNotNull())
                    : c;
        }
    },
    IS_NULL_PASSES_OVER_MISSING_FIELDS {
        @Override
        Condition wrong(Condition c) {
            return c instanceof Condition.IsNull n
                    ? matching("null", row -> row.containsKey(n.field()) && row.get(n.field()) == null)
                    : c;
        }
    },
    NUMBERS_ARE_COMPARED_AS_DOUBLES {
        @Override
        Condition wrong(Condition c) {
            return c instanceof Comparison eq && eq.operator() == Operator.EQ && eq.value() instanceof Number n
                    ? matching(
                            "eq", row -> row.get(eq.field()) instanceof Number m && n.doubleValue() == m.doubleValue())
                    : c;
        }
    },
    RANGES_CROSS_CLASSES {
        @Override
        Condition wrong(Condition c) {
            return c instanceof Comparison gt && gt.operator() == Operator.GT
                    ? matching("gt", row -> NaiveOrder.compare(row.get(gt.field()), gt.value()) > 0)
                    : c;
        }
    },
    NULL_IS_BELOW_EVERYTHING {
        @Override
        Condition wrong(Condition c) {
            return c instanceof Comparison lt && lt.operator() == Operator.LT
                    ? lt.or(field(lt.field()).isNull())
                    : c;
        }
    },
    LIKE_STOPS_AT_A_NEWLINE {
        @Override
        Condition wrong(Condition c) {
            return c instanceof Condition.Like like
                    ? like.and(matching(
                            "one line",
                            row -> !String.valueOf(row.get(like.field())).contains("\n")))
                    : c;
        }
    },
    UPPER_CASE_BECOMES_LONGER {
        @Override
        Condition wrong(Condition c) {
            if (c instanceof Condition.StartsWith start && start.ignoreCase()) {
                return matching("starts", row -> upper(row.get(start.field())).startsWith(upper(start.text())));
            }
            if (c instanceof Condition.EndsWith end && end.ignoreCase()) {
                return matching("ends", row -> upper(row.get(end.field())).endsWith(upper(end.text())));
            }
            return c;
        }

        private String upper(Object value) {
            return value instanceof String s ? s.toUpperCase(Locale.ROOT) : "\0";
        }
    },
    ROWS_COME_IN_THE_ORDER_OF_THE_INDEX {
        @Override
        List<Map<String, Object>> answer(NaiveTable table, Query q) {
            boolean range =
                    q.order().isEmpty() && q.where().size() == 1 && q.where().get(0) instanceof Condition.Between;
            Order order = range
                    ? field(((Condition.Between) q.where().get(0)).field()).asc()
                    : null;
            return table.list(
                    range ? new Query(q.columns(), q.where(), List.of(order), q.distinct(), q.offset(), q.limit()) : q);
        }
    },
    DESCENDING_TURNS_TIES_ROUND {
        @Override
        List<Map<String, Object>> answer(NaiveTable table, Query q) {
            if (q.order().size() != 1
                    || !q.order().get(0).descending()
                    || q.distinct()
                    || q.offset().isPresent()
                    || q.limit().isPresent()) {
                return table.list(q);
            }
            Order ascending = new Order(q.order().get(0).field(), false);
            List<Map<String, Object>> rows = new ArrayList<>(
                    table.list(new Query(q.columns(), q.where(), List.of(ascending), false, q.offset(), q.limit())));
            Collections.reverse(rows);
            return rows;
        }
    },
    DISTINCT_COMES_AFTER_LIMIT {
        @Override
        List<Map<String, Object>> answer(NaiveTable table, Query q) {
            List<Map<String, Object>> rows =
                    table.list(new Query(q.columns(), q.where(), q.order(), false, q.offset(), q.limit()));
            return q.distinct() && q.limit().isPresent() ? new ArrayList<>(new LinkedHashSet<>(rows)) : table.list(q);
        }
    },
    OFFSET_IS_TAKEN_FROM_THE_LIMIT {
        @Override
        List<Map<String, Object>> answer(NaiveTable table, Query q) {
            int offset = q.offset().orElse(0);
            OptionalInt limit =
                    q.limit().isPresent() ? OptionalInt.of(Math.max(0, q.limit().getAsInt() - offset)) : q.limit();
            return table.list(new Query(q.columns(), q.where(), q.order(), q.distinct(), q.offset(), limit));
        }
    };

    Condition wrong(Condition condition) {
        return condition;
    }

    List<Map<String, Object>> answer(NaiveTable table, Query q) {
        List<Condition> where =
                q.where().stream().map(c -> rewritten(c, this::wrong)).toList();
        return table.list(new Query(q.columns(), where, q.order(), q.distinct(), q.offset(), q.limit()));
    }

    private static Condition rewritten(Condition c, UnaryOperator<Condition> wrong) {
        if (c instanceof Condition.And and) {
            return wrong.apply(new Condition.And(
                    and.parts().stream().map(part -> rewritten(part, wrong)).toList()));
        }
        if (c instanceof Condition.Or or) {
            return wrong.apply(new Condition.Or(
                    or.parts().stream().map(part -> rewritten(part, wrong)).toList()));
        }
        return wrong.apply(c instanceof Condition.Not not ? new Condition.Not(rewritten(not.part(), wrong)) : c);
    }
}
