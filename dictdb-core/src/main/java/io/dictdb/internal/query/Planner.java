package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.Dsl;
import io.dictdb.IndexType;
import io.dictdb.Order;
import io.dictdb.internal.index.Range;
import io.dictdb.internal.index.SortedIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the cheapest way to a query's rows: a scan, what indexes propose, or a walk along a sorted index in the order asked for.
 *
 * <p>The indexes know how many rows each of their values has, so costs are made of counts and not of guesses; only the selectivity of
 * parts that no index knows is assumed. Whatever is chosen changes the time, never the rows nor their order.
 */
final class Planner {
    private final TableView table;
    private final Proposals proposals;

    Planner(TableView table) {
        this.table = table;
        this.proposals = new Proposals(table);
    }

    Plan plan(Query query) {
        Condition condition = NormalForm.of(query.where());
        Candidate best = proposals.of(condition);
        boolean useful = best != null && (best.cost() < Cost.scan(table.count()));
        Plan unordered = useful && best != null
                ? new Plan.Fetch(best.access(), best.residual())
                : new Plan.Scan(residual(condition));
        Plan.Walk walk = query.order().isEmpty() ? null : walk(query, condition);
        if (walk == null) {
            return unordered;
        }
        double matching = matching(best, condition);
        double found = useful && best != null ? best.cost() : Cost.scan(table.count());
        return walkCost(walk, matching, query) < found + Cost.sort(matching, (double) query.wanted())
                ? walk
                : unordered;
    }

    private static Condition residual(Condition condition) {
        return condition instanceof Condition.And and && and.parts().isEmpty() ? Dsl.all() : condition;
    }

    /** How many records the whole condition may hold for. */
    private double matching(@Nullable Candidate best, Condition condition) {
        if (best == null) {
            return (double) table.count() * (residual(condition).equals(Dsl.all()) ? 1 : Cost.UNKNOWN_SELECTIVITY);
        }
        return (double) best.access().estimate() * (best.isExact() ? 1 : Cost.UNKNOWN_SELECTIVITY);
    }

    private static double walkCost(Plan.Walk walk, double matching, Query query) {
        double share = walk.rows() == 0 ? 1 : Math.min(1, Math.max(matching, 0.1) / (double) walk.rows());
        double walked = Math.min((double) walk.rows(), (double) query.wanted() / share);
        double groups = walk.rest().isEmpty() ? 0 : Cost.sort(walked, walked);
        return walked * (Cost.COLLECT + Cost.FETCH) + groups;
    }

    private Plan.@Nullable Walk walk(Query query, Condition condition) {
        Order first = query.order().get(0);
        if (!(table.index(first.field(), IndexType.SORTED) instanceof SortedIndex index)) {
            return null;
        }
        List<Order> rest = query.order().subList(1, query.order().size());
        RangeOfField bounds = RangeOfField.of(first.field(), condition);
        Range range = bounds.range();
        if (range == null) {
            return new Plan.Walk(
                    first.field(), index, Range.ALL, true, first.descending(), rest, index.size(), residual(condition));
        }
        return new Plan.Walk(
                first.field(), index, range, false, first.descending(), rest, index.count(range), bounds.others());
    }
}
