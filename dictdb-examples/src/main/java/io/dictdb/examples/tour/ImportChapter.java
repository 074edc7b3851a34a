package io.dictdb.examples.tour;

import static io.dictdb.Dsl.field;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Table;
import io.dictdb.examples.terminal.Progress;
import io.dictdb.examples.terminal.Wording;
import io.dictdb.examples.tour.Stopwatch.Timed;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntBiFunction;

/** Two CSV files become tables: one with a key of its own, one with awkward column names and empty cells. */
final class ImportChapter implements Chapter {
    private static final int WITHOUT_SPEED = 2_836;

    private final DictDB db;

    ImportChapter(DictDB db) {
        this.db = db;
    }

    @Override
    public String title() {
        return "Two CSV files become tables";
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("Airports, whose codes are their keys", """
                    CsvOptions byCode = CsvOptions.defaults().primaryKey("iata");
                    db.importCsv(file, "airports", byCode.progress(bar::to));
                    """, this::airports),
                new Step("A record by its key", """
                    Table airports = db.getTable("airports");
                    Row jfk = airports.get("JFK").orElseThrow();
                    airports.select().where(field("iata").eq("JFK")).list();   // the same way
                    """, this::record),
                new Step("Bird strikes: column names with blanks and a $", """
                    CsvOptions counted = CsvOptions.defaults();   // the key: id, from 1
                    db.importCsv(file, "strikes", counted.progress(bar::to));
                    """, this::strikes),
                new Step("An empty cell in a column of numbers is null", """
                    Table strikes = db.getTable("strikes");
                    strikes.select().where(field("Speed IAS in knots").isNull()).list();
                    """, this::nulls));
    }

    private void airports(Page page) {
        CsvOptions byCode = CsvOptions.defaults().primaryKey("iata");
        load(page, "airports.csv", (file, bar) -> db.importCsv(file, "airports", byCode.progress(bar::to)));
        page.table(db.getTable("airports").select().limit(3).list());
    }

    private void record(Page page) {
        Table airports = db.getTable("airports");
        Row jfk = airports.get("JFK").orElseThrow();
        page.answer(airports.select().where(field("iata").eq("JFK")));
        page.table(List.of(jfk));
        page.check("the airport in New York has the code JFK", "New York", jfk.getString("city"));
    }

    private void strikes(Page page) {
        CsvOptions counted = CsvOptions.defaults();
        load(page, "birdstrikes.csv", (file, bar) -> db.importCsv(file, "strikes", counted.progress(bar::to)));
        Table strikes = db.getTable("strikes");
        page.table(strikes.select("id", "Flight Date", "Wildlife Species", "Cost Total $")
                .limit(3)
                .list());
    }

    private void nulls(Page page) {
        Table strikes = db.getTable("strikes");
        List<Row> slow =
                page.answer(strikes.select().where(field("Speed IAS in knots").isNull()));
        page.check("as many as the file has empty cells in that column", WITHOUT_SPEED, slow.size());
    }

    private static void load(Page page, String name, ToIntBiFunction<Path, Progress> work) {
        try (DataFile file = DataFile.of(name);
                Progress bar = page.progress("importing " + name, file.bytes())) {
            Timed<Integer> rows = page.time(() -> work.applyAsInt(file.path(), bar));
            page.result(Wording.count(rows.result(), "row"), rows.nanos());
            page.check("one record for each line of the file", file.records(), rows.result());
        }
    }
}
