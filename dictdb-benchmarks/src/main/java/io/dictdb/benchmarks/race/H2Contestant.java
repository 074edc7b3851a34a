package io.dictdb.benchmarks.race;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** H2 in memory; its own form is a script of SQL. It must not answer the same question twice from what it has noted. */
final class H2Contestant extends SqlContestant {
    private static final String URL = "jdbc:h2:mem:race;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE";

    private H2Contestant(boolean indexed) throws SQLException {
        super(URL, indexed);
    }

    static Contestant create(boolean indexed) throws SQLException {
        return new H2Contestant(indexed).created();
    }

    @Override
    Connection another() throws SQLException {
        return DriverManager.getConnection(URL);
    }

    @Override
    public void save(Path target) {
        run("script to " + quoted(target));
    }

    @Override
    public void restore(Path source) {
        run("drop all objects");
        run("runscript from " + quoted(source));
    }

    @Override
    public void close() throws SQLException {
        run("drop all objects");
        run("shutdown");
        super.close();
    }
}
