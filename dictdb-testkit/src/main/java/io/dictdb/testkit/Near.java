package io.dictdb.testkit;

import java.math.BigDecimal;

/**
 * An expected number that is known up to rounding: a mean, or a sum of doubles. An answer is right when it has the value's class and is no further off
 * than the slack.
 *
 * @param value the value, rounded once from the exact one
 * @param slack how far off an answer may be; infinite when any answer of the class will do
 */
public record Near(Number value, double slack) {
    /**
     * Whether an answer is right.
     *
     * @param answer the answer
     * @return true when it is near enough
     */
    public boolean covers(Object answer) {
        return answer.getClass() == value.getClass()
                && (slack == Double.POSITIVE_INFINITY || isWithin((Number) answer));
    }

    private boolean isWithin(Number answer) {
        boolean finite = Double.isFinite(value.doubleValue()) && Double.isFinite(answer.doubleValue());
        if (!finite && value instanceof Double) {
            return value.equals(answer);
        }
        BigDecimal off =
                NaiveOrder.exact(value).subtract(NaiveOrder.exact(answer)).abs();
        return off.compareTo(new BigDecimal(slack)) <= 0;
    }

    @Override
    public String toString() {
        return "about " + Literal.of(value);
    }
}
