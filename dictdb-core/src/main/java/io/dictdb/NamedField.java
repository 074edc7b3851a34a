package io.dictdb;

import io.dictdb.Condition.Between;
import io.dictdb.Condition.Comparison;
import io.dictdb.Condition.Operator;
import io.dictdb.internal.value.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The one implementation of {@link Field}: a name and whether case counts. */
record NamedField<T>(String name, boolean ignoringCase) implements Field<T> {
    NamedField {
        Arguments.notNull(name, "field");
    }

    @Override
    public Condition eq(@Nullable Object value) {
        return compare(Operator.EQ, value);
    }

    @Override
    public Condition ne(@Nullable Object value) {
        return compare(Operator.NE, value);
    }

    @Override
    public Condition lt(Object value) {
        return compare(Operator.LT, value);
    }

    @Override
    public Condition le(Object value) {
        return compare(Operator.LE, value);
    }

    @Override
    public Condition gt(Object value) {
        return compare(Operator.GT, value);
    }

    @Override
    public Condition ge(Object value) {
        return compare(Operator.GE, value);
    }

    private Condition compare(Operator operator, @Nullable Object value) {
        return new Comparison(name, operator, value, ignoringCase);
    }

    @Override
    public Condition between(Object low, Object high) {
        return new Between(name, low, high, ignoringCase);
    }

    @Override
    public Condition in(@Nullable Object... values) {
        return in(Arrays.asList(Arguments.notNull(values, "values")));
    }

    @Override
    public Condition in(Collection<?> values) {
        return new Condition.In(name, new ArrayList<>(Arguments.notNull(values, "values")), ignoringCase);
    }

    @Override
    public Condition like(String pattern) {
        return new Condition.Like(name, pattern, null, ignoringCase);
    }

    @Override
    public Condition like(String pattern, char escape) {
        return new Condition.Like(name, pattern, escape, ignoringCase);
    }

    @Override
    public Condition startsWith(String text) {
        return new Condition.StartsWith(name, text, ignoringCase);
    }

    @Override
    public Condition endsWith(String text) {
        return new Condition.EndsWith(name, text, ignoringCase);
    }

    @Override
    public Condition contains(Object item) {
        return new Condition.Contains(name, item, ignoringCase);
    }

    @Override
    public Condition isNull() {
        return new Condition.IsNull(name);
    }

    @Override
    public Condition isNotNull() {
        return isNull().not();
    }

    @Override
    public Field<T> ignoreCase() {
        return new NamedField<>(name, true);
    }

    @Override
    public Order asc() {
        return new Order(name, false);
    }

    @Override
    public Order desc() {
        return new Order(name, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
