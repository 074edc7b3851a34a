package io.dictdb.benchmarks.race;

import io.dictdb.benchmarks.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One connection with its prepared statements. */
final class SqlSession implements Session {
    static final String INSERT = "insert into tx values (?, ?, ?, ?, ?)";
    private static final String ALL = "select id, customer_id, amount, date, status from tx";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    SqlSession(Connection connection) {
        this.connection = connection;
    }

    static void fill(PreparedStatement insert, long id) throws SQLException {
        insert.setLong(1, id);
        insert.setLong(2, id % Transactions.CUSTOMERS);
        insert.setDouble(3, Transactions.amount(id));
        insert.setString(4, Transactions.day(id));
        insert.setString(5, Transactions.status(id));
    }

    private PreparedStatement statement(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private Answer read(String sql, Object... values) throws SQLException {
        Answer answer = Answer.NONE;
        try (ResultSet rows = statement(sql, values).executeQuery()) {
            while (rows.next()) {
                answer = answer.plus(Tx.digest(
                        rows.getLong(1), rows.getLong(2), rows.getDouble(3), rows.getString(4), rows.getString(5)));
            }
        }
        return answer;
    }

    private void change(String sql, Object... values) throws SQLException {
        int changed = statement(sql, values).executeUpdate();
        if (changed != 1) {
            throw new IllegalStateException(changed + " rows changed by " + sql);
        }
    }

    @Override
    public void insert(long id) throws SQLException {
        PreparedStatement insert = statement(INSERT);
        fill(insert, id);
        insert.executeUpdate();
    }

    @Override
    public double get(long id) throws SQLException {
        return read(ALL + " where id = ?", id).digest();
    }

    @Override
    public Answer customer(long customer) throws SQLException {
        return read(ALL + " where customer_id = ?", customer);
    }

    @Override
    public Answer range(double low, double high) throws SQLException {
        return read(ALL + " where amount >= ? and amount < ?", low, high);
    }

    @Override
    public Answer top() throws SQLException {
        return read(ALL + " order by amount desc limit 10");
    }

    @Override
    public Answer scan(long customers) throws SQLException {
        return read(ALL + " where customer_id < ?", customers);
    }

    @Override
    public long count(long customers) throws SQLException {
        try (ResultSet rows = statement("select count(*) from tx where customer_id < ?", customers)
                .executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public Answer groups() throws SQLException {
        Answer answer = Answer.NONE;
        try (ResultSet rows = statement(
                        "select customer_id, count(*), sum(amount), avg(amount) from tx group by customer_id")
                .executeQuery()) {
            while (rows.next()) {
                answer = answer.plus(Tx.digest(rows.getLong(1), rows.getLong(2), rows.getDouble(3), rows.getDouble(4)));
            }
        }
        return answer;
    }

    @Override
    public void status(long id, String status) throws SQLException {
        change("update tx set status = ? where id = ?", status, id);
    }

    @Override
    public void date(long id, String date) throws SQLException {
        change("update tx set date = ? where id = ?", date, id);
    }

    @Override
    public void delete(long id) throws SQLException {
        change("delete from tx where id = ?", id);
    }

    @Override
    public void end() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}
