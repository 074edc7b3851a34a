package io.dictdb.benchmarks.race;

import java.util.Locale;

/** Who takes part. */
enum Engine {
    DICTDB,
    PLAIN,
    SLOTS,
    H2,
    HSQLDB,
    SQLITE,
    DUCKDB,
    CQENGINE,
    NITRITE;

    /** What one writes by hand is a limit, not a rival. */
    boolean isRival() {
        return this != DICTDB && this != PLAIN && this != SLOTS;
    }

    Contestant create(boolean indexed) throws Exception {
        return switch (this) {
            case DICTDB -> new DictContestant(indexed);
            case PLAIN -> new PlainContestant(indexed);
            case SLOTS -> new SlotsContestant(indexed);
            case H2 -> H2Contestant.create(indexed);
            case HSQLDB -> HsqldbContestant.create(indexed);
            case SQLITE -> SqliteContestant.create(indexed);
            case DUCKDB -> DuckdbContestant.create(indexed);
            case CQENGINE -> new CqengineContestant(indexed);
            case NITRITE -> new NitriteContestant(indexed);
        };
    }

    @Override
    public String toString() {
        return switch (this) {
            case DICTDB -> "DictDB";
            case SQLITE -> "SQLite";
            case DUCKDB -> "DuckDB";
            case CQENGINE -> "CQEngine";
            case NITRITE -> "Nitrite";
            case PLAIN, SLOTS -> name().toLowerCase(Locale.ROOT);
            default -> name();
        };
    }
}
