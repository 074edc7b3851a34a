package io.dictdb.internal.journal;

import static io.dictdb.internal.bytes.ByteInput.require;

import io.dictdb.LoadOptions;
import io.dictdb.internal.bytes.ByteInput;
import io.dictdb.internal.bytes.DescriptionInput;
import io.dictdb.internal.bytes.LastText;
import io.dictdb.internal.bytes.ValueInput;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Limits;
import io.dictdb.internal.value.Shape;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CommitOutput} wrote, segment by segment. What makes no sense is an {@link IllegalArgumentException}. */
final class CommitInput {
    private static final int FIRST = 1 << 12;
    /** Of so many it is known what came last; others share a place. */
    private static final int FIELDS = 32;

    private final ByteInput in;
    private final ValueInput values;
    private final DescriptionInput descriptions;
    private final List<String> tables = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final LastText[] last = new LastText[FIELDS];
    private final int maxRecords;
    private int records;

    CommitInput(ByteInput.Source source, LoadOptions options) {
        this.in = new ByteInput(FIRST, source);
        this.maxRecords = options.maxRecords();
        this.values = new ValueInput(in, options);
        Arrays.setAll(last, i -> new LastText());
        this.descriptions = new DescriptionInput(in, values);
    }

    /** Reads one commit, and hands its steps on; false if it was not wanted, and then it must be the last. */
    <E extends Exception> boolean read(long sequence, CommitVisitor<E> visitor) throws IOException, E {
        long steps = in.varint();
        require(steps > 0 && steps <= sequence, "a commit does not follow");
        if (!visitor.commit(sequence, sequence - steps, time())) {
            return false;
        }
        for (int op = in.u8(); op != Op.END; op = in.u8()) {
            step(op, visitor);
        }
        require(in.isAtEnd(), "there is something behind a commit");
        visitor.end();
        return true;
    }

    private Instant time() throws IOException {
        try {
            return Instant.ofEpochSecond(in.signed(), in.count(999_999_999));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private <E extends Exception> void step(int op, CommitVisitor<E> visitor) throws IOException, E {
        switch (op) {
            case Op.DROP -> visitor.dropped(values.name());
            case Op.CREATE -> visitor.created(descriptions.description());
            case Op.TABLE -> visitor.table(table());
            case Op.INDEXES -> visitor.indexes(descriptions.indexes(Limits.INDEXES));
            case Op.HIGHEST -> visitor.highestKey(descriptions.highestKey());
            case Op.CLEAR -> visitor.cleared();
            case Op.DELETE -> visitor.deleted(key());
            case Op.PUT -> visitor.put(record());
            default -> throw new IllegalArgumentException("there is no step " + op);
        }
    }

    private String table() throws IOException {
        int known = in.count(tables.size());
        return known == 0 ? remembered(tables, values.name()) : tables.get(known - 1);
    }

    private static <T> T remembered(List<T> all, T one) {
        if (all.size() < Op.REMEMBERED) {
            all.add(one);
        }
        return one;
    }

    private Object key() throws IOException {
        Object key = values.value();
        require(key != null, "a key is null");
        return Objects.requireNonNull(key);
    }

    private FrozenMap record() throws IOException {
        if (maxRecords < Integer.MAX_VALUE && records++ == maxRecords) {
            throw new IllegalArgumentException("there are more records than " + maxRecords);
        }
        int known = in.count(shapes.size());
        Shape shape = known == 0 ? remembered(shapes, shape()) : shapes.get(known - 1);
        @Nullable Object[] cells = new @Nullable Object[shape.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = values.value(last[i % last.length]);
        }
        return new FrozenMap(shape, cells);
    }

    private Shape shape() throws IOException {
        List<String> names = new ArrayList<>();
        int count = in.count(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            names.add(values.name());
        }
        return Shape.of(names.toArray(new String[0]));
    }
}
