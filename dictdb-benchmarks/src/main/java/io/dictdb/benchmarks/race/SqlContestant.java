package io.dictdb.benchmarks.race;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A contestant that is spoken to in SQL: what they have in common. */
abstract class SqlContestant implements Contestant {
    private static final int BATCH = 10_000;

    private final boolean indexed;
    final Connection connection;

    SqlContestant(String url, boolean indexed) throws SQLException {
        this.indexed = indexed;
        this.connection = DriverManager.getConnection(url);
    }

    /** To be called when the contestant is complete. */
    final SqlContestant created() throws SQLException {
        run(table());
        if (indexed) {
            indexes().forEach(this::run);
        }
        return this;
    }

    String table() {
        return "create table tx (id bigint primary key, customer_id bigint, amount double, date varchar(10), status varchar(10))";
    }

    final List<String> indexes() {
        return List.of(
                "create index by_customer on tx (customer_id)",
                "create index by_amount on tx (amount)",
                "create index by_date on tx (date)");
    }

    final void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void load(long from, long to) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(SqlSession.INSERT)) {
            for (long id = from; id < to; id++) {
                SqlSession.fill(insert, id);
                insert.addBatch();
                if (id % BATCH == BATCH - 1 || id == to - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
        connection.setAutoCommit(true);
    }

    @Override
    public Session session() throws SQLException {
        return new SqlSession(another());
    }

    /** A connection to the same database for another thread. */
    abstract Connection another() throws SQLException;

    final long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
