package io.dictdb.durable;

import io.dictdb.DictDB;
import io.dictdb.Table;

/** All that is in a database, as text. */
public final class Content {
    private Content() {}

    public static String of(DictDB db) {
        StringBuilder text = new StringBuilder();
        for (String name : db.listTables()) {
            Table table = db.getTable(name);
            text.append(name).append(' ').append(table.primaryKey()).append(' ');
            table.schema().ifPresent(schema -> text.append(schema.fields()));
            text.append(table.indexedFields());
            table.all().forEach(row -> text.append("\n  ").append(row));
            text.append('\n');
        }
        return text.toString();
    }
}
