package io.dictdb.internal.query;

import io.dictdb.internal.page.Codes;
import io.dictdb.internal.page.Column;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A test of one field's value. In a coded column each distinct value is tested once, not each record. */
final class FieldMatcher implements Matcher {
    private static final byte HOLDS = 1;
    private static final byte FAILS = 2;

    private final int field;
    private final Predicate<@Nullable Object> test;
    private @Nullable Object[] dictionary = {};
    private final byte[] verdicts = new byte[128];

    FieldMatcher(int field, Predicate<@Nullable Object> test) {
        this.field = field;
        this.test = test;
    }

    @Override
    public boolean test(Cursor at) {
        Column column = at.column(field);
        if (column instanceof Codes codes) {
            return test(codes, codes.code(at.position()));
        }
        return test.test(column == null ? null : column.get(at.position()));
    }

    @SuppressWarnings("ReferenceEquality") // equal dictionaries are mostly one object
    private boolean test(Codes codes, int code) {
        if (codes.dictionary() != dictionary) {
            dictionary = codes.dictionary();
            Arrays.fill(verdicts, (byte) 0);
        }
        if (verdicts[code] == 0) {
            verdicts[code] = test.test(dictionary[code]) ? HOLDS : FAILS;
        }
        return verdicts[code] == HOLDS;
    }
}
