package io.dictdb.files;

import static io.dictdb.Dsl.field;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Schema;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes of all kinds, to a database of up to four tables. */
public final class RandomChanges {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    private final DictDB db;
    private final Random random;

    public RandomChanges(DictDB db, long seed) {
        this.db = db;
        this.random = new Random(seed);
    }

    public void make(int changes) {
        for (int i = 0; i < changes; i++) {
            if (random.nextInt(10) == 0) {
                db.transact(tx -> {
                    change();
                    change();
                });
            } else {
                change();
            }
        }
    }

    private void change() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        if (!db.listTables().contains(name)) {
            create(name);
        } else if (random.nextInt(200) == 0) {
            db.dropTable(name);
        } else {
            change(db.getTable(name));
        }
    }

    private void create(String name) {
        if (random.nextBoolean()) {
            db.createTable(name);
        } else {
            Schema schema = Schema.builder()
                    .nullable("v", Long.class)
                    .field("w", String.class, "none")
                    .build();
            db.createTable(name, "id", schema);
        }
    }

    private void change(Table table) {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> table.insert(Map.of("v", random.nextInt(100)));
            case 5 -> table.insert(many());
            case 6, 7, 8 -> table.upsert(Map.of("id", key(), "v", random.nextInt(100)));
            case 9, 10, 11 ->
                table.updateIfAny(Map.of("v", random.nextInt(100)), field("id").eq(key()));
            case 12 ->
                table.updateIfAny(
                        Map.of("w", "x" + random.nextInt(9)), field("v").lt(random.nextInt(30)));
            case 13, 14 -> table.deleteIfAny(field("id").eq(key()));
            case 15 -> table.deleteIfAny(field("v").gt(70 + random.nextInt(30)));
            case 16 -> againAtTheEnd(table);
            case 17 -> clearedNowAndThen(table);
            default -> indexed(table);
        }
    }

    private long key() {
        return 1L + random.nextInt(300);
    }

    private List<Map<String, Object>> many() {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = random.nextInt(80); i >= 0; i--) {
            records.add(Map.of("v", random.nextInt(100), "w", "many"));
        }
        return records;
    }

    private void againAtTheEnd(Table table) {
        long key = key();
        table.deleteIfAny(field("id").eq(key));
        table.insert(Map.of("id", key, "v", 1));
    }

    private void clearedNowAndThen(Table table) {
        if (random.nextInt(10) == 0) {
            table.clear();
        }
    }

    private void indexed(Table table) {
        String name = random.nextBoolean() ? "v" : "w";
        if (table.indexedFields().contains(name)) {
            table.dropIndex(name);
        } else {
            table.createIndex(name, random.nextBoolean() ? IndexType.HASH : IndexType.SORTED);
        }
    }
}
