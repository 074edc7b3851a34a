package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.Condition.And;
import io.dictdb.Condition.Comparison;
import io.dictdb.Condition.IsNull;
import io.dictdb.Condition.Not;
import io.dictdb.Condition.Operator;
import io.dictdb.Condition.Or;
import java.util.ArrayList;
import java.util.List;

/**
 * The form that the planner reads: negation stands at the leaves, nested conjunctions and disjunctions are flat, {@code eq(null)} is
 * {@code isNull}. It means the same: negation is two-valued, so De Morgan's laws hold; but the negation of {@code lt} is not {@code ge}
 * (both fail on null), so a negated leaf stays as it is.
 */
final class NormalForm {
    private NormalForm() {}

    static Condition of(Condition condition) {
        return of(condition, false);
    }

    private static Condition of(Condition condition, boolean negated) {
        if (condition instanceof Not not) {
            return of(not.part(), !negated);
        }
        if (condition instanceof And and) {
            return negated ? any(and.parts(), true) : all(and.parts(), false);
        }
        if (condition instanceof Or or) {
            return negated ? all(or.parts(), true) : any(or.parts(), false);
        }
        return leaf(condition, negated);
    }

    private static Condition leaf(Condition condition, boolean negated) {
        if (condition instanceof Comparison c && (c.operator() == Operator.EQ || c.operator() == Operator.NE)) {
            boolean equal = (c.operator() == Operator.EQ) != negated;
            Condition is = c.value() == null
                    ? new IsNull(c.field())
                    : new Comparison(c.field(), Operator.EQ, c.value(), c.ignoreCase());
            return equal ? is : new Not(is);
        }
        return negated ? new Not(condition) : condition;
    }

    private static Condition all(List<Condition> parts, boolean negated) {
        List<Condition> flat = new ArrayList<>();
        for (Condition part : parts) {
            Condition normal = of(part, negated);
            flat.addAll(normal instanceof And and ? and.parts() : List.of(normal));
        }
        return flat.size() == 1 ? flat.get(0) : new And(flat);
    }

    private static Condition any(List<Condition> parts, boolean negated) {
        List<Condition> flat = new ArrayList<>();
        for (Condition part : parts) {
            Condition normal = of(part, negated);
            flat.addAll(normal instanceof Or or ? or.parts() : List.of(normal));
        }
        return flat.size() == 1 ? flat.get(0) : new Or(flat);
    }
}
