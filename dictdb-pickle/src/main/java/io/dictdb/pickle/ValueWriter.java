package io.dictdb.pickle;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values and the records that hold them. A value that Python DictDB has no class for is an {@link IllegalArgumentException} naming that class. */
final class ValueWriter {
    private final Output out;

    ValueWriter(Output out) {
        this.out = out;
    }

    void value(@Nullable Object value) throws IOException {
        if (value == null) {
            out.op(Op.NONE);
        } else if (value instanceof String s) {
            out.string(s);
        } else if (value instanceof Long n) {
            out.integer(n);
        } else if (value instanceof Double d) {
            out.decimal(d);
        } else if (value instanceof Boolean b) {
            out.op(b ? Op.NEWTRUE : Op.NEWFALSE);
        } else if (value instanceof BigInteger n) {
            out.integer(n);
        } else {
            compound(value);
        }
    }

    private void compound(Object value) throws IOException {
        if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof byte[] bytes) {
            out.bytes(bytes);
        } else {
            throw new IllegalArgumentException("a pickle has no "
                    + value.getClass().getSimpleName() + "; save as json, or make it a string first");
        }
    }

    private void list(List<?> list) throws IOException {
        out.op(Op.EMPTY_LIST);
        Batches batches = new Batches(out, Op.APPENDS);
        for (Object element : list) {
            batches.next();
            value(element);
        }
        batches.end();
    }

    private void map(Map<?, ?> map) throws IOException {
        out.op(Op.EMPTY_DICT);
        Batches batches = new Batches(out, Op.SETITEMS);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            batches.next();
            out.string((String) entry.getKey());
            value(entry.getValue());
        }
        batches.end();
    }

    void record(Map<String, @Nullable Object> record) throws IOException {
        out.op(Op.EMPTY_DICT);
        Batches batches = new Batches(out, Op.SETITEMS);
        for (Map.Entry<String, @Nullable Object> entry : record.entrySet()) {
            batches.next();
            out.name(entry.getKey());
            field(entry.getKey(), entry.getValue());
        }
        batches.end();
    }

    private void field(String name, @Nullable Object value) throws IOException {
        try {
            value(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("field " + Words.of(name) + ": " + e.getMessage(), e);
        }
    }
}
