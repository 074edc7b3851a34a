package io.dictdb.examples.tour;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.Table;
import io.dictdb.examples.terminal.Wording;
import io.dictdb.examples.tour.Stopwatch.Timed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** All tables saved to one file and loaded back, in two formats; a damaged file; a save beside a writer. */
final class FilesChapter implements Chapter {
    private static final List<String> NAMES = List.of("all.json", "all.json.gz", "all.ddb");
    private static final int WRITES = 1_000;

    private final DictDB db;
    private final Path folder;

    /**
     * @param folder where the files go
     */
    FilesChapter(DictDB db, Path folder) {
        this.db = db;
        this.folder = folder;
    }

    @Override
    public String title() {
        return "Files: saved, loaded, compared";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("All tables in one file: JSON for people, an image for speed", """
                    db.save(folder.resolve(name));           // .json, .json.gz, .ddb
                    DictDB.load(folder.resolve(name));
                    """, this::compare),
                new Step("One bit of a file is another", """
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(damaged, bytes);
                    DictDB.load(damaged);                    // CorruptFileException
                    """, this::damage),
                new Step("A save beside a writer shows one commit", """
                    CompletableFuture<Void> saved = db.asyncSave(beside);
                    visits.insert(Map.of("page", i));        // meanwhile
                    """, this::beside));
    }

    private void compare(Page page) {
        for (String name : NAMES) {
            long save = page.time(() -> db.save(folder.resolve(name)));
            page.result("saved   " + name, save, Wording.count(size(name) / 1_024) + " KiB");
            Timed<DictDB> loaded = page.time(() -> DictDB.load(folder.resolve(name)));
            page.result("loaded  " + name, loaded.nanos());
            page.check(name + " holds the same tables, records and indexes", contents(db), contents(loaded.result()));
        }
    }

    private long size(String name) {
        try {
            return Files.size(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that a database holds, to be compared. */
    static Map<String, Object> contents(DictDB db) {
        Map<String, Object> contents = new LinkedHashMap<>();
        for (String name : db.listTables()) {
            Table table = db.getTable(name);
            contents.put(name, List.of(table.all(), table.indexedFields(), table.columns()));
        }
        return contents;
    }

    private void damage(Page page) {
        Path damaged = folder.resolve("damaged.ddb");
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve("all.ddb"));
            bytes[bytes.length / 2] ^= 1;
            Files.write(damaged, bytes);
            DictDB.load(damaged);
            page.fail("a damaged file was loaded");
        } catch (CorruptFileException e) {
            page.say("CorruptFileException: damaged at byte " + e.offset()
                    + ", where the part begins whose checksum is wrong.");
            page.check("the exception names the file", damaged, e.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beside(Page page) {
        Table visits = db.createTable("visits");
        Path beside = folder.resolve("beside.ddb");
        long nanos = page.time(() -> {
            CompletableFuture<Void> saved = db.asyncSave(beside);
            for (int i = 0; i < WRITES; i++) {
                visits.insert(Map.of("page", i));
            }
            saved.join();
        });
        page.result(Wording.count(WRITES, "insert") + " beside a save", nanos);
        page.check("the writer was not disturbed", WRITES, visits.count());
        page.check(
                "and the file shows what there was at the call",
                0,
                DictDB.load(beside).getTable("visits").count());
        db.dropTable("visits");
    }
}
