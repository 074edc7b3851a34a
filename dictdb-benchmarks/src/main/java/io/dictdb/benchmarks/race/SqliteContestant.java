package io.dictdb.benchmarks.race;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** SQLite in memory, one connection for all threads, which take turns there; its own form is its file. */
final class SqliteContestant extends SqlContestant {
    private SqliteContestant(boolean indexed) throws SQLException {
        super("jdbc:sqlite::memory:", indexed);
    }

    static Contestant create(boolean indexed) throws SQLException {
        return new SqliteContestant(indexed).created();
    }

    @Override
    String table() {
        return "create table tx (id integer primary key, customer_id integer, amount real, date text, status text)";
    }

    @Override
    Connection another() {
        return connection;
    }

    @Override
    public void save(Path target) {
        run("backup to " + quoted(target));
    }

    @Override
    public void restore(Path source) {
        run("restore from " + quoted(source));
    }

    @Override
    public long nativeBytes() throws SQLException {
        return number("pragma page_count") * number("pragma page_size");
    }
}
