package io.dictdb.examples.csv;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** What the tour is about: the table made from the user's file, its columns, and what is known of them. */
final class Subject {
    private final DictDB db;
    private final UserFile file;
    private List<ColumnProfile> profiles = List.of();

    Subject(DictDB db, UserFile file) {
        this.db = db;
        this.file = file;
    }

    UserFile file() {
        return file;
    }

    int importFile(LongConsumer progress) {
        return db.importCsv(file.path(), file.tableName(), file.options().progress(progress));
    }

    Table table() {
        return db.getTable(file.tableName());
    }

    /** The first rows without the key, which is no column of the file. */
    List<Row> beginning(int rows) {
        return table().select(columns().toArray(String[]::new)).limit(rows).list();
    }

    /** The file's columns in its order; none when it has no rows. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        table().select().first().ifPresent(row -> columns.addAll(row.keySet()));
        columns.remove(table().primaryKey());
        return columns;
    }

    /** What each column holds, once it is known. */
    List<ColumnProfile> profiles() {
        return profiles;
    }

    void profiles(List<ColumnProfile> found) {
        profiles = List.copyOf(found);
    }

    /** A name for an aggregate that no column has. */
    String free(String name) {
        String free = name;
        while (columns().contains(free)) {
            free = "_" + free;
        }
        return free;
    }
}
