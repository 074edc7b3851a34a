package io.dictdb.internal.journal;

import io.dictdb.internal.bytes.ByteOutput;
import io.dictdb.internal.bytes.DescriptionOutput;
import io.dictdb.internal.bytes.ValueOutput;
import io.dictdb.internal.value.Shape;
import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what commits have changed, as steps to be taken one after the other. The names of tables and of fields are written once a segment. Whoever gives up a commit in its middle has to begin a new segment.
 */
public final class CommitOutput implements CommitVisitor<IOException> {
    /** A frame may be larger; this many bytes are in memory for a commit that is being made. */
    private static final int PIECE = 1 << 16;

    private final ByteOutput out;
    private final ValueOutput values;
    private final DescriptionOutput descriptions;
    private final Map<String, Integer> tables = new HashMap<>();
    private final Map<Shape, Integer> shapes = new HashMap<>();
    private long sequence;
    private boolean ended;

    /** Takes the pieces of a commit. */
    interface Frames {
        void frame(byte[] payload, int length, long sequence, boolean more) throws IOException;
    }

    CommitOutput(Frames frames) {
        this.out = new ByteOutput(PIECE, (bytes, length) -> frames.frame(bytes, length, sequence, !ended));
        this.values = new ValueOutput(out);
        this.descriptions = new DescriptionOutput(out);
    }

    /** Forgets what it has written: a segment begins. */
    void begin() {
        out.clear();
        tables.clear();
        shapes.clear();
    }

    @Override
    public boolean commit(long number, long previous, Instant at) throws IOException {
        sequence = number;
        ended = false;
        out.varint(number - previous);
        out.signed(at.getEpochSecond());
        out.varint(at.getNano());
        return true;
    }

    @Override
    public void end() throws IOException {
        out.u8(Op.END);
        ended = true;
        out.flush();
    }

    @Override
    public void dropped(String table) throws IOException {
        out.u8(Op.DROP);
        out.string(table);
    }

    @Override
    public void created(TableDescription table) throws IOException {
        out.u8(Op.CREATE);
        descriptions.description(table);
    }

    @Override
    public void table(String name) throws IOException {
        out.u8(Op.TABLE);
        Integer known = tables.get(name);
        out.varint(known == null ? 0 : known);
        if (known == null) {
            out.string(name);
            remember(tables, name);
        }
    }

    private static <T> void remember(Map<T, Integer> all, T one) {
        if (all.size() < Op.REMEMBERED) {
            all.put(one, all.size() + 1);
        }
    }

    @Override
    public void indexes(List<IndexDescription> indexes) throws IOException {
        out.u8(Op.INDEXES);
        descriptions.indexes(indexes);
    }

    @Override
    public void highestKey(Number key) throws IOException {
        out.u8(Op.HIGHEST);
        values.value(key);
    }

    @Override
    public void cleared() throws IOException {
        out.u8(Op.CLEAR);
    }

    @Override
    public void deleted(Object key) throws IOException {
        out.u8(Op.DELETE);
        values.value(key);
    }

    @Override
    public void put(ShapedMap record) throws IOException {
        Shape shape = record.shape();
        out.u8(Op.PUT);
        Integer known = shapes.get(shape);
        out.varint(known == null ? 0 : known);
        if (known == null) {
            names(shape);
            remember(shapes, shape);
        }
        for (int i = 0; i < shape.size(); i++) {
            values.value(record.cell(i));
        }
    }

    private void names(Shape shape) throws IOException {
        out.varint(shape.size());
        for (int i = 0; i < shape.size(); i++) {
            out.string(shape.name(i));
        }
    }
}
