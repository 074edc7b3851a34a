package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.Dsl;
import io.dictdb.Explanation;
import io.dictdb.Order;
import java.util.List;
import java.util.stream.Collectors;

/** A plan in words. */
final class Explaining {
    private Explaining() {}

    static Explanation of(TableView table, Query query, Plan plan) {
        long total = table.count();
        String words = access(plan, total) + filter(plan.residual()) + order(query, plan) + tail(query);
        return new Explanation(plan.kind(), fields(plan), plan.residual(), estimate(plan, total), total, words);
    }

    private static String access(Plan plan, long total) {
        if (plan instanceof Plan.Fetch fetch) {
            return fetch.access().words() + ", ~" + fetch.access().estimate() + " of " + total + " rows";
        }
        if (plan instanceof Plan.Walk walk) {
            String way = walk.descending() ? "descending" : "ascending";
            return "index " + walk.field() + " (sorted) walked " + way + ", ~" + walk.rows() + " of " + total + " rows";
        }
        return "scan of " + total + " rows";
    }

    private static String filter(Condition residual) {
        String words = residual.toString();
        boolean wrapped = residual instanceof Condition.And || residual instanceof Condition.Or;
        return residual.equals(Dsl.all())
                ? ""
                : ", then filter " + (wrapped ? words.substring(1, words.length() - 1) : words);
    }

    private static String order(Query query, Plan plan) {
        if (query.order().isEmpty()
                || (plan instanceof Plan.Walk walk && walk.rest().isEmpty())) {
            return "";
        }
        if (plan instanceof Plan.Walk walk) {
            return ", equal values by " + words(walk.rest());
        }
        String how = query.wanted() < Integer.MAX_VALUE ? ", top " + query.wanted() + " by " : ", sort by ";
        return how + words(query.order());
    }

    static String words(List<Order> order) {
        return order.stream().map(Order::toString).collect(Collectors.joining(", "));
    }

    private static String tail(Query query) {
        String distinct = query.distinct() ? ", distinct" : "";
        String offset = query.offset() > 0 ? ", offset " + query.offset() : "";
        return distinct + offset + (query.limit() == Query.NO_LIMIT ? "" : ", limit " + query.limit());
    }

    private static String fields(Plan plan) {
        if (plan instanceof Plan.Fetch fetch) {
            return String.join(", ", fetch.access().fields());
        }
        return plan instanceof Plan.Walk walk ? walk.field() : "";
    }

    private static long estimate(Plan plan, long total) {
        if (plan instanceof Plan.Fetch fetch) {
            return Math.min(total, fetch.access().estimate());
        }
        return plan instanceof Plan.Walk walk ? walk.rows() : total;
    }
}
