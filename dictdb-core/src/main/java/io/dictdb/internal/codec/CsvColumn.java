package io.dictdb.internal.codec;

import io.dictdb.CsvOptions;
import io.dictdb.Schema;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of the records that are read.
 *
 * @param name the field's name
 * @param place its place in the file; negative when the file lacks it and all records get the same
 * @param type what its cells become
 */
record CsvColumn(String name, int place, CellType type) {
    static final int NOWHERE = -1;

    /** The columns with the types of a schema, and behind them the fields that the file lacks and that have a default. */
    static List<CsvColumn> of(Schema schema, List<CsvColumn> chosen, CsvOptions options) throws CsvFault {
        Set<String> fields = new HashSet<>(schema.fields());
        List<CsvColumn> columns = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (CsvColumn column : chosen) {
            String name = column.name();
            refuseUnknown(fields.contains(name) || options.skipValidation(), name, schema);
            CellType type = fields.contains(name) ? cell(schema, name, options) : ColumnKind.TEXT;
            columns.add(new CsvColumn(name, column.place(), type));
            present.add(name);
        }
        for (String name : schema.fields()) {
            if (!present.contains(name)) {
                addLacking(columns, name, cell(schema, name, options));
            }
        }
        return columns;
    }

    private static void refuseUnknown(boolean known, String name, Schema schema) throws CsvFault {
        if (!known) {
            throw new CsvFault(
                    "column " + Literals.of(name) + " is not in the schema, which has " + Literals.list(schema.fields())
                            + "; leave it out with columns(…)",
                    null);
        }
    }

    @SuppressWarnings("ReferenceEquality") // MISFIT is no value but a sign
    private static void addLacking(List<CsvColumn> columns, String name, CellType type) throws CsvFault {
        Object value = type.missing(false);
        if (value == CellType.MISFIT) {
            throw new CsvFault("there is no column " + Literals.of(name) + ", which the schema requires", null);
        }
        if (value != null) {
            columns.add(new CsvColumn(name, NOWHERE, type));
        }
    }

    private static FieldCell cell(Schema schema, String name, CsvOptions options) {
        boolean key = name.equals(options.primaryKey());
        Class<?> type = schema.type(name);
        return new FieldCell(type, absent(schema, name, key && type == Long.class, options.skipValidation()), key);
    }

    private static @Nullable Object absent(Schema schema, String name, boolean automatic, boolean anything) {
        if (anything || automatic || schema.isNullable(name)) {
            return null;
        }
        return schema.defaultValue(name).map(value -> Values.in(name, value)).orElse(CellType.MISFIT);
    }
}
