package io.dictdb.pickle;

import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.spi.SavedDatabase;
import io.dictdb.spi.SavedTable;
import io.dictdb.spi.TableDescription;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a database as the attributes of Python's objects, in the order in which Python writes them. */
final class DatabaseWriter {
    private static final int PROTOCOL = 4;

    private final Output out;
    private final ValueWriter values;

    DatabaseWriter(Output out) {
        this.out = out;
        this.values = new ValueWriter(out);
    }

    void write(SavedDatabase database) throws IOException {
        out.op1(Op.PROTO, PROTOCOL);
        begin(Name.DATABASE);
        out.name(Parts.TABLES);
        out.op(Op.EMPTY_DICT);
        Batches tables = new Batches(out, Op.SETITEMS);
        for (SavedTable table : database.tables()) {
            tables.next();
            table(table);
        }
        tables.end();
        end();
        out.op(Op.STOP);
        out.flush();
    }

    /** An object whose attributes follow. */
    private void begin(Name type) throws IOException {
        out.type(type);
        out.op(Op.EMPTY_TUPLE);
        out.op(Op.NEWOBJ);
        out.op(Op.EMPTY_DICT);
        out.op(Op.MARK);
    }

    private void end() throws IOException {
        out.op(Op.SETITEMS);
        out.op(Op.BUILD);
    }

    private void table(SavedTable table) throws IOException {
        TableDescription description = table.description();
        try {
            out.string(description.name());
            begin(Name.TABLE);
            out.name(Parts.TABLE_NAME);
            out.string(description.name());
            out.name(Parts.PRIMARY_KEY);
            out.name(description.primaryKey());
            out.name(Parts.RECORDS);
            records(table, description.primaryKey());
            out.name(Parts.SCHEMA);
            schema(description.schema());
            out.name(Parts.NEXT_KEY);
            values.value(next(description.highestKey()));
            end();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("table " + Words.of(description.name()) + ", " + e.getMessage(), e);
        }
    }

    private static Number next(Number highest) {
        BigInteger next =
                (highest instanceof BigInteger big ? big : BigInteger.valueOf(highest.longValue())).add(BigInteger.ONE);
        return next.bitLength() < Long.SIZE ? (Number) next.longValue() : next;
    }

    private void schema(Optional<Schema> schema) throws IOException {
        if (schema.isEmpty()) {
            out.op(Op.NONE);
            return;
        }
        out.op(Op.EMPTY_DICT);
        Batches fields = new Batches(out, Op.SETITEMS);
        for (String field : schema.get().fields()) {
            Class<?> type = schema.get().type(field);
            fields.next();
            out.name(field);
            out.type(Name.of(type)
                    .orElseThrow(() -> new IllegalArgumentException("schema, field " + Words.of(field)
                            + ": a pickle has no type for " + type.getSimpleName() + "; save as json")));
        }
        fields.end();
    }

    private void records(SavedTable table, String primaryKey) throws IOException {
        out.op(Op.EMPTY_DICT);
        Batches records = new Batches(out, Op.SETITEMS);
        OneKey keys = new OneKey();
        for (Row row : table.rows()) {
            Object key = row.get(primaryKey);
            records.next();
            try {
                keys.check(key);
                record(key, row);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("record " + Words.of(key) + ", " + e.getMessage(), e);
            }
        }
        records.end();
    }

    private void record(@Nullable Object key, Row row) throws IOException {
        try {
            values.value(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("its key: " + e.getMessage(), e);
        }
        values.record(row);
    }
}
