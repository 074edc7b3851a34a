package io.dictdb.internal.image;

import io.dictdb.internal.bytes.ByteOutput;
import io.dictdb.internal.bytes.ValueOutput;
import io.dictdb.internal.page.Codes;
import io.dictdb.internal.page.Column;
import io.dictdb.internal.page.Constant;
import io.dictdb.internal.page.Doubles;
import io.dictdb.internal.page.Longs;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.Primitives;
import io.dictdb.internal.value.Shape;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the pages of one table. Shapes and dictionaries are written where they first come, and named by their number from then on. */
final class PageOutput {
    private final ByteOutput out;
    private final ValueOutput values;
    private final Map<Shape, Integer> shapes = new HashMap<>();
    private final IdentityHashMap<@Nullable Object[], Integer> dictionaries = new IdentityHashMap<>();

    PageOutput(ByteOutput out) {
        this.out = out;
        this.values = new ValueOutput(out);
    }

    void page(Page page) throws IOException {
        out.varint(page.number());
        out.varint(page.count());
        slots(page);
        shape(page.shape());
        shapes(page);
        for (int i = 0; i < page.shape().size(); i++) {
            column(page.column(i), page.count());
        }
    }

    private void slots(Page page) throws IOException {
        boolean dense = page.rowAt(page.count() - 1) == (page.number() << Page.BITS) + page.count() - 1;
        out.u8(dense ? 0 : 1);
        for (int i = 0; !dense && i < page.count(); i++) {
            out.u8(page.rowAt(i));
        }
    }

    private void shapes(Page page) throws IOException {
        boolean uniform = true;
        for (int i = 0; i < page.count(); i++) {
            uniform &= page.shapeAt(i).equals(page.shape());
        }
        out.u8(uniform ? 0 : 1);
        for (int i = 0; !uniform && i < page.count(); i++) {
            shape(page.shapeAt(i));
        }
    }

    private void shape(Shape shape) throws IOException {
        Integer known = shapes.putIfAbsent(shape, shapes.size() + 1);
        out.varint(known == null ? 0 : known);
        if (known == null) {
            out.varint(shape.size());
            for (String name : shape.names()) {
                out.string(name);
            }
        }
    }

    private void column(Column column, int count) throws IOException {
        if (column instanceof Longs longs) {
            out.u8(Form.LONGS);
            nulls(longs, count);
            longs(longs, count);
        } else if (column instanceof Constant constant) {
            constant(constant);
        } else if (column instanceof Doubles doubles) {
            out.u8(Form.DOUBLES);
            nulls(doubles, count);
            doubles(doubles, count);
        } else if (column instanceof Codes codes) {
            out.u8(Form.CODES);
            dictionary(codes.dictionary());
            codes(codes, count);
        } else {
            mixed(column, count);
        }
    }

    private void nulls(Primitives column, int count) throws IOException {
        byte[] bits = new byte[(count + 7) / 8];
        boolean any = false;
        for (int i = 0; i < count; i++) {
            if (column.isNull(i)) {
                bits[i >> 3] |= (byte) (1 << (i & 7));
                any = true;
            }
        }
        out.u8(any ? 1 : 0);
        out.bytes(bits, 0, any ? bits.length : 0);
    }

    /** The least, and how far each is above it, in as few bytes as all need. */
    private void longs(Longs column, int count) throws IOException {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            if (!column.isNull(i)) {
                least = Math.min(least, column.at(i));
                most = Math.max(most, column.at(i));
            }
        }
        long base = Math.min(least, most);
        int width = Form.width(Math.max(least, most) - base);
        out.signed(base);
        out.u8(width);
        int at = out.room(count * width);
        for (int i = 0; i < count; i++) {
            put(at + i * width, column.isNull(i) ? 0 : column.at(i) - base, width);
        }
    }

    /** As the longs that it stands for. */
    private void constant(Constant column) throws IOException {
        out.u8(Form.LONGS);
        out.u8(0);
        out.signed(column.value());
        out.u8(0);
    }

    private void put(int at, long value, int width) {
        byte[] buffer = out.buffer();
        for (int i = 0; i < width; i++) {
            buffer[at + i] = (byte) (value >>> (8 * i));
        }
    }

    private void doubles(Doubles column, int count) throws IOException {
        int at = out.room(count * Double.BYTES);
        for (int i = 0; i < count; i++) {
            long bits = column.isNull(i) ? 0 : Double.doubleToRawLongBits(column.at(i));
            out.fixed64(at + i * Double.BYTES, bits);
        }
    }

    private void dictionary(@Nullable Object[] dictionary) throws IOException {
        Integer known = dictionaries.putIfAbsent(dictionary, dictionaries.size() + 1);
        out.varint(known == null ? 0 : known);
        if (known == null) {
            out.varint(dictionary.length);
            for (Object value : dictionary) {
                values.value(value);
            }
        }
    }

    private void codes(Codes column, int count) throws IOException {
        int at = out.room(count);
        for (int i = 0; i < count; i++) {
            out.buffer()[at + i] = (byte) column.code(i);
        }
    }

    private void mixed(Column column, int count) throws IOException {
        int present = 0;
        for (int i = 0; i < count; i++) {
            present += column.get(i) != null ? 1 : 0;
        }
        boolean sparse = present * 4 < count;
        out.u8(sparse ? Form.SPARSE : Form.VALUES);
        if (sparse) {
            out.varint(present);
        }
        for (int i = 0; i < count; i++) {
            Object value = column.get(i);
            if (sparse && value != null) {
                out.u8(i);
            }
            if (!sparse || value != null) {
                values.value(value);
            }
        }
    }
}
