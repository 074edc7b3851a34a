package io.dictdb.benchmarks.race;

import io.dictdb.benchmarks.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB in memory; its own form is a directory of Parquet. */
final class DuckdbContestant extends SqlContestant {
    private DuckdbContestant(boolean indexed) throws SQLException {
        super("jdbc:duckdb:", indexed);
    }

    static Contestant create(boolean indexed) throws SQLException {
        return new DuckdbContestant(indexed).created();
    }

    @Override
    public void load(long from, long to) throws SQLException {
        try (DuckDBAppender appender = duckdb().createAppender("main", "tx")) {
            for (long id = from; id < to; id++) {
                appender.beginRow();
                appender.append(id);
                appender.append(id % Transactions.CUSTOMERS);
                appender.append(Transactions.amount(id));
                appender.append(Transactions.day(id));
                appender.append(Transactions.status(id));
                appender.endRow();
            }
        }
    }

    private DuckDBConnection duckdb() throws SQLException {
        return connection.unwrap(DuckDBConnection.class);
    }

    @Override
    Connection another() throws SQLException {
        return duckdb().duplicate();
    }

    @Override
    public void save(Path target) {
        run("export database " + quoted(target) + " (format parquet)");
    }

    @Override
    public void restore(Path source) {
        run("drop table tx");
        run("import database " + quoted(source));
    }

    @Override
    public long nativeBytes() throws SQLException {
        return number("select sum(memory_usage_bytes) from duckdb_memory()");
    }
}
