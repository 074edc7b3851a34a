package io.dictdb;

import io.dictdb.internal.value.Arguments;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One column of an aggregation: a function over a field, under a name. Made by {@link Dsl#count()}, {@link Dsl#sum(String)} and their like.
 *
 * @param function what is computed
 * @param field the field it is computed from; null only for {@code COUNT}, which then counts records
 * @param alias the name it has in the result
 */
public record Aggregate(Function function, @Nullable String field, String alias) {
    /** Checks that only a count goes without a field. */
    public Aggregate {
        Arguments.notNull(function, "function");
        Arguments.notNull(alias, "alias");
        Arguments.require(field != null || function == Function.COUNT, "%s needs a field", function);
    }

    static Aggregate of(Function function, @Nullable String field) {
        String name = function.name().toLowerCase(Locale.ROOT);
        return new Aggregate(function, field, field == null ? name : name + "_" + field);
    }

    /**
     * The same under another name.
     *
     * @param alias the name in the result, in {@code having} and in {@code orderBy}
     * @return a copy with that name
     */
    public Aggregate as(String alias) {
        return new Aggregate(function, field, alias);
    }

    /** The functions; all of them skip nulls, {@code SUM} and {@code AVG} also what is not a number. */
    public enum Function {
        /** How many records, or how many non-null values of a field; a Long. */
        COUNT,
        /** Exact for integers (a BigInteger past 64 bits), compensated for doubles; null of nothing. */
        SUM,
        /** The mean; a Double for integers and doubles, a BigDecimal where decimals take part without doubles; null of nothing. */
        AVG,
        /** The least value in the total order; null of nothing. */
        MIN,
        /** The greatest value in the total order; null of nothing. */
        MAX
    }
}
