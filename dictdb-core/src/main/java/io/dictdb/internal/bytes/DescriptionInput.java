package io.dictdb.internal.bytes;

import static io.dictdb.internal.bytes.ByteInput.require;

import io.dictdb.IndexType;
import io.dictdb.Schema;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what describes a table. What makes no sense is an {@link IllegalArgumentException}. */
public final class DescriptionInput {
    private final ByteInput in;
    private final ValueInput values;

    public DescriptionInput(ByteInput in, ValueInput values) {
        this.in = in;
        this.values = values;
    }

    public TableDescription description() throws IOException {
        String name = values.name();
        String primaryKey = values.name();
        Optional<Schema> schema = in.u8() == 0 ? Optional.empty() : Optional.of(schema());
        return new TableDescription(name, primaryKey, schema, indexes(Integer.MAX_VALUE), highestKey());
    }

    /**
     * Reads what indexes there are.
     *
     * @param most how many there may be
     */
    public List<IndexDescription> indexes(int most) throws IOException {
        List<IndexDescription> indexes = new ArrayList<>();
        int count = in.count(most);
        for (int i = 0; i < count; i++) {
            String field = values.name();
            indexes.add(new IndexDescription(field, IndexType.valueOf(values.name())));
        }
        return indexes;
    }

    public Number highestKey() throws IOException {
        Object key = values.value();
        require(key instanceof Long || key instanceof BigInteger, "the highest key is not an integer");
        return key instanceof Number number ? number : 0L;
    }

    private Schema schema() throws IOException {
        Schema.Builder schema = Schema.builder();
        int count = in.count(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            String field = values.name();
            Class<?> type = Tag.type(in.u8());
            boolean nullable = in.u8() != 0;
            Object standIn = values.value();
            require(standIn == null || !nullable, "a field is nullable and has a default");
            if (standIn != null) {
                schema.field(field, type, standIn);
            } else if (nullable) {
                schema.nullable(field, type);
            } else {
                schema.field(field, type);
            }
        }
        return schema.build();
    }
}
