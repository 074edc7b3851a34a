package io.dictdb.testkit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * Sum and mean of the numbers among some values, exact as BigDecimals and rounded at most once, at the end.
 *
 * How far may an answer be off? A sum of integers, or of decimals, not at all. A compensated sum of n doubles has an error of about one unit in the last place of
 * the result and n * 2^-106 of the sum of the absolute values (Neumaier 1974; Higham, "Accuracy and Stability", 4.3); a plain loop exceeds that as soon as
 * something cancels. Where doubles meet other classes, the contract leaves open when they are rounded to doubles.
 */
record NaiveSum(List<Number> numbers) {
    static NaiveSum of(List<?> values) {
        return new NaiveSum(values.stream()
                .filter(Number.class::isInstance)
                .map(Number.class::cast)
                .toList());
    }

    @Nullable
    Object sum() {
        if (numbers.isEmpty()) {
            return null;
        }
        if (any(Double.class)) {
            return near(isFinite() ? total().doubleValue() : limit(), slack());
        }
        return any(BigDecimal.class) ? new Near(total(), 0) : NaiveValues.integer(total().toBigIntegerExact());
    }

    @Nullable
    Object mean() {
        if (numbers.isEmpty()) {
            return null;
        }
        if (!isFinite()) {
            return near(limit(), 0);
        }
        BigDecimal mean = total().divide(BigDecimal.valueOf(numbers.size()), new MathContext(60));
        return any(BigDecimal.class) && !any(Double.class)
                ? new Near(mean, Math.abs(mean.doubleValue()) * 1e-15)
                : near(mean.doubleValue(), any(Double.class) ? slack() / numbers.size() : 0);
    }

    private boolean any(Class<?> type) {
        return numbers.stream().anyMatch(type::isInstance);
    }

    private boolean isFinite() {
        return numbers.stream().allMatch(n -> !(n instanceof Double d) || Double.isFinite(d));
    }

    /** The sum of what is not finite: of two infinities of opposite signs, and of NaN and anything, it is NaN. */
    private double limit() {
        return numbers.stream()
                .filter(n -> n instanceof Double d && !Double.isFinite(d))
                .mapToDouble(Number::doubleValue)
                .reduce(0, Double::sum);
    }

    private BigDecimal total() {
        return numbers.stream().map(NaiveOrder::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private double magnitude() {
        return numbers.stream()
                .map(n -> NaiveOrder.exact(n).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private double slack() {
        boolean pure = numbers.stream().allMatch(Double.class::isInstance);
        return isFinite() ? magnitude() * (pure ? numbers.size() * 0x1p-100 : 0x1p-51) : 0;
    }

    private static Near near(double value, double slack) {
        return new Near(value, Double.isFinite(value) ? slack + 2 * Math.ulp(value) : slack);
    }
}
