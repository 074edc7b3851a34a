package io.dictdb.internal.image;

import static io.dictdb.internal.bytes.ByteInput.require;

import io.dictdb.internal.bytes.ByteInput;
import io.dictdb.internal.bytes.ValueInput;
import io.dictdb.internal.page.Column;
import io.dictdb.internal.page.Constant;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.Restored;
import io.dictdb.internal.value.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the pages of one table. Whatever a page relies on is checked, also where the checksum says that it was written so. */
final class PageInput {
    private static final int LONGEST_DICTIONARY = 128;

    private final ByteInput in;
    private final ValueInput values;
    private final String primaryKey;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<@Nullable Object[]> dictionaries = new ArrayList<>();

    PageInput(ByteInput in, ValueInput values, String primaryKey) {
        this.in = in;
        this.values = values;
        this.primaryKey = primaryKey;
    }

    Page page() throws IOException {
        int number = in.count(Integer.MAX_VALUE >>> Page.BITS);
        int count = in.count(Page.ROWS);
        require(count > 0, "a page has no records");
        byte[] slots = in.u8() == 0 ? null : slots(count);
        Shape shape = shape();
        int key = shape.indexOf(primaryKey);
        require(key >= 0, "a page has no primary keys");
        Shape[] own = in.u8() == 0 ? null : shapes(count);
        Column[] columns = new Column[shape.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(count);
        }
        requireKeys(columns[key], count);
        return Restored.page(number, count, shape, columns, own, slots);
    }

    /**
     * A record has a key of its own, so it has a byte of its own too: what a record costs later follows from what was read. Keys that are the same are found when all are
     * there, but for those that cost nothing.
     */
    private static void requireKeys(Column keys, int count) {
        require(count == 1 || !(keys instanceof Constant), "records have the same primary key");
        for (int i = 0; i < count; i++) {
            require(keys.get(i) != null, "a record has no primary key");
        }
    }

    private byte[] slots(int count) throws IOException {
        byte[] slots = in.bytes(count);
        for (int i = 1; i < count; i++) {
            require((slots[i] & 0xFF) > (slots[i - 1] & 0xFF), "records of a page are not in order");
        }
        return slots;
    }

    private Shape shape() throws IOException {
        int known = in.count(shapes.size());
        if (known > 0) {
            return shapes.get(known - 1);
        }
        int size = in.count(Integer.MAX_VALUE);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add(values.name());
        }
        Shape shape = Shape.of(names.toArray(new String[0]));
        shapes.add(shape);
        return shape;
    }

    private Shape[] shapes(int count) throws IOException {
        Shape[] own = new Shape[count];
        for (int i = 0; i < count; i++) {
            own[i] = shape();
        }
        return own;
    }

    private Column column(int count) throws IOException {
        int form = in.u8();
        return switch (form) {
            case Form.LONGS -> longs(nulls(count), count);
            case Form.DOUBLES -> doubles(nulls(count), count);
            case Form.CODES -> codes(count);
            case Form.SPARSE -> sparse(count);
            case Form.VALUES -> Restored.values(mixed(count));
            default -> throw new IllegalArgumentException("there is no form " + form + " of a column");
        };
    }

    private int @Nullable [] nulls(int count) throws IOException {
        if (in.u8() == 0) {
            return null;
        }
        int bytes = (count + 7) / 8;
        int at = in.take(bytes);
        int[] bits = new int[Page.ROWS / Integer.SIZE];
        for (int i = 0; i < bytes; i++) {
            bits[i >> 2] |= (in.buffer()[at + i] & 0xFF) << (8 * (i & 3));
        }
        return bits;
    }

    private Column longs(int @Nullable [] nulls, int count) throws IOException {
        long base = in.signed();
        int width = in.u8();
        require(width <= Long.BYTES, "a number of more than 64 bits");
        if (width == 0 && nulls == null) {
            return Restored.constant(base);
        }
        int at = in.take(count * width);
        long[] longs = new long[count];
        for (int i = 0; i < count; i++) {
            longs[i] = base + number(at + i * width, width);
        }
        return Restored.longs(longs, nulls);
    }

    private long number(int at, int width) {
        byte[] buffer = in.buffer();
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (buffer[at + i] & 0xFFL) << (8 * i);
        }
        return value;
    }

    private Column doubles(int @Nullable [] nulls, int count) throws IOException {
        int at = in.take(count * Double.BYTES);
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++) {
            doubles[i] = Double.longBitsToDouble(in.fixed64(at + i * Double.BYTES));
        }
        return Restored.doubles(doubles, nulls);
    }

    private Column codes(int count) throws IOException {
        @Nullable Object[] dictionary = dictionary();
        byte[] codes = in.bytes(count);
        for (byte code : codes) {
            require(code >= 0 && code < dictionary.length, "a code is not in its dictionary");
        }
        return Restored.codes(codes, dictionary);
    }

    private @Nullable Object[] dictionary() throws IOException {
        int known = in.count(dictionaries.size());
        if (known > 0) {
            return dictionaries.get(known - 1);
        }
        @Nullable Object[] dictionary = new @Nullable Object[in.count(LONGEST_DICTIONARY)];
        for (int i = 0; i < dictionary.length; i++) {
            dictionary[i] = values.value();
        }
        @Nullable Object[] shared = Restored.dictionary(dictionary);
        dictionaries.add(shared);
        return shared;
    }

    private Column sparse(int count) throws IOException {
        int present = in.count(count);
        if (present == 0) {
            return Restored.absent(); // two bytes, for which there is no room made
        }
        @Nullable Object[] read = new @Nullable Object[count];
        for (int i = 0; i < present; i++) {
            int at = in.u8();
            require(at < count, "a value stands behind the page");
            read[at] = values.value();
        }
        return Restored.values(read);
    }

    private @Nullable Object[] mixed(int count) throws IOException {
        @Nullable Object[] read = new @Nullable Object[count];
        for (int i = 0; i < count; i++) {
            read[i] = values.value();
        }
        return read;
    }
}
