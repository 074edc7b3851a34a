package io.dictdb.benchmarks.race;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** HSQLDB in memory; its own form is a script of SQL. */
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
    public void restore(Path source) {
        run("drop schema public cascade");
        run("perform import script data from " + quoted(source) + " stop on error");
    }

    @Override
    public void close() throws SQLException {
        run("shutdown");
        super.close();
    }
}
