package io.dictdb.pickle;

import io.dictdb.DictDB;
import io.dictdb.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints how long a file of 200,000 records takes; not a test, run by hand. */
final class Speed {
    private static final int RECORDS = 200_000;
    private static final int ROUNDS = 8;

    private Speed() {}

    public static void main(String[] args) throws IOException {
        Path file = Files.createTempFile("speed", args.length > 0 ? args[0] : ".pickle");
        DictDB db = DictDB.create();
        db.createTable("users").insert(records());
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            db.save(file);
            long saved = System.nanoTime();
            Table loaded = DictDB.load(file).getTable("users");
            long end = System.nanoTime();
            System.out.printf(
                    "%,d records, %,d bytes: written in %d ms, read in %d ms%n",
                    loaded.count(), Files.size(file), (saved - start) / 1_000_000, (end - saved) / 1_000_000);
        }
        Files.delete(file);
    }

    private static List<Map<String, Object>> records() {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("name", "user " + i);
            record.put("age", i % 90);
            record.put("score", i / 7.0);
            record.put("active", i % 3 == 0);
            record.put("city", "city " + i % 500);
            records.add(record);
        }
        return records;
    }
}
