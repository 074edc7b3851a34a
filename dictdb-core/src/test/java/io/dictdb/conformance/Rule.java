package io.dictdb.conformance;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where the contract differs from the original on purpose, as far as cases can show it. */
enum Rule {
    /** A negative limit meant none, a negative offset 0; here both are refused. */
    NEGATIVE_LIMIT,
    /** {@code distinct} came after limit and offset; here it comes before them. */
    DISTINCT_LIMIT,
    /** True was the number 1 and False 0 wherever values were compared, ordered, grouped or added up; here a Boolean is no number. */
    BOOLEAN_NUMBER,
    /** An integer was refused for a float field; here it is accepted and stored as a Double. */
    INTEGER_FOR_DOUBLE,
    /** A Boolean was accepted for an int field; here it is refused. */
    BOOLEAN_FOR_INTEGER,
    /** An index of an unknown type was silently not created; here there is no word for one. */
    UNKNOWN_INDEX_TYPE,
    /** A column that could not be indexed silently stayed without; here every column can be. */
    SILENT_INDEX,
    /** A null bound held for nothing, and a null element could be looked for in lists; here both are refused. */
    NULL_OPERAND,
    /** {@code distinct} took an empty list for an empty map, and a list of pairs for a map; here they differ. */
    LIST_IS_MAP;

    /** All of them: the original. */
    static Set<Rule> original() {
        return EnumSet.allOf(Rule.class);
    }

    /** None of them: the contract. */
    static Set<Rule> contract() {
        return EnumSet.noneOf(Rule.class);
    }

    /** The original but for this. */
    Set<Rule> mended() {
        return EnumSet.complementOf(EnumSet.of(this));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
