package io.dictdb.benchmarks.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** HSQLDB in memory; its own form is a script of SQL, of which the data are read back. */
final class HsqldbContestant extends SqlContestant {
    private static final String URL = "jdbc:hsqldb:mem:race;hsqldb.tx=mvcc";

    private HsqldbContestant(boolean indexed) throws SQLException {
        super(URL, indexed);
    }

    static Contestant create(boolean indexed) throws SQLException {
        return new HsqldbContestant(indexed).created();
    }

    @Override
    Connection another() throws SQLException {
        return DriverManager.getConnection(URL);
    }

    @Override
    public void save(Path target) {
        run("script " + quoted(target));
    }

    @Override
    public void restore(Path source) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (Stream<String> lines = Files.lines(source);
                Statement statement = connection.createStatement()) {
            for (String line : (Iterable<String>) lines.filter(each -> each.startsWith("INSERT INTO TX"))::iterator) {
                statement.execute(line);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void close() throws SQLException {
        run("shutdown");
        super.close();
    }
}
