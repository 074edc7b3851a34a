package io.dictdb.internal.engine;

import io.dictdb.internal.log.Log;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.spi.LoggingEventBuilder;

/** What operators are told of a database: its beginning and end, its tables and indexes, its files. */
final class DatabaseLog {
    private static final Log LOG = Log.of("database");

    private DatabaseLog() {}

    static boolean isOn() {
        return LOG.isOn();
    }

    static void created() {
        LOG.info("CREATE", event -> event.log("Initialized an empty DictDB instance."));
    }

    static void closed(long commit) {
        LOG.info("CLOSE", event -> event.addKeyValue("commit", commit).log("Closed the database at commit {}", commit));
    }

    /** A table has come or gone, or one of its indexes. */
    static void definitions(TableChange change) {
        TableState was = change.was();
        TableState is = change.is();
        if (is == null) {
            dropped(Objects.requireNonNull(was));
        } else if (was == null) {
            created(is);
            is.indexes().all().forEach(index -> indexed(is, index));
        } else if (!is.indexes().like(was.indexes())) {
            indexes(was, is);
        }
    }

    private static void created(TableState table) {
        LOG.info(
                "CREATE_TABLE",
                event -> event.addKeyValue("table", table.name())
                        .addKeyValue("primary_key", table.primaryKey())
                        .addKeyValue("count", table.count())
                        .log("Created table '{}' with primary key '{}'", table.name(), table.primaryKey()));
    }

    private static void dropped(TableState table) {
        LOG.info(
                "DROP_TABLE",
                event -> event.addKeyValue("table", table.name())
                        .addKeyValue("count", table.count())
                        .log("Dropped table '{}' with {} records", table.name(), table.count()));
    }

    private static void indexes(TableState was, TableState is) {
        for (Indexes.Named index : was.indexes().all()) {
            if (is.index(index.field(), index.index().type()) == null) {
                index("DROP_INDEX", "Dropped", is, index);
            }
        }
        for (Indexes.Named index : is.indexes().all()) {
            if (was.index(index.field(), index.index().type()) == null) {
                indexed(is, index);
            }
        }
    }

    private static void indexed(TableState table, Indexes.Named index) {
        index("CREATE_INDEX", "Created", table, index);
    }

    private static void index(String op, String verb, TableState table, Indexes.Named index) {
        String type = index.index().type().name().toLowerCase(Locale.ROOT);
        LOG.info(
                op,
                event -> event.addKeyValue("table", table.name())
                        .addKeyValue("field", index.field())
                        .addKeyValue("type", type)
                        .log("{} the {} index on field '{}' of table '{}'", verb, type, index.field(), table.name()));
    }

    /** Loads a database. */
    static Root loading(Path file, Supplier<Root> work) {
        long begun = System.nanoTime();
        Root root = failing("LOAD", "Loading", file, "nothing was loaded", work);
        LOG.info(
                "LOAD",
                event -> measured(event, file, root, begun)
                        .log(
                                "Loaded {} records in {} tables from {}",
                                records(root),
                                root.names().size(),
                                file));
        return root;
    }

    /** Saves a database. */
    static void saving(Path file, Root root, Supplier<?> work) {
        long begun = System.nanoTime();
        Object unused = failing("SAVE", "Saving to", file, "a file that was there before is as it was", work);
        LOG.info(
                "SAVE",
                event -> measured(event, file, root, begun)
                        .log(
                                "Saved {} records in {} tables to {}",
                                records(root),
                                root.names().size(),
                                file));
    }

    /** Applies a delta. */
    static int applying(Path file, Supplier<Integer> work) {
        int affected = failing("APPLY_DELTA", "Applying", file, "the database is as it was", work);
        LOG.info(
                "APPLY_DELTA",
                event -> event.addKeyValue("path", file)
                        .addKeyValue("count", affected)
                        .log("Applied {}: {} records changed", file, affected));
        return affected;
    }

    private static LoggingEventBuilder measured(LoggingEventBuilder event, Path file, Root root, long begun) {
        return event.addKeyValue("path", file)
                .addKeyValue("tables", root.names().size())
                .addKeyValue("count", records(root))
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private static long records(Root root) {
        return root.tables().stream().mapToLong(TableState::count).sum();
    }

    /** Does something; what it throws is thrown on when it has been told. */
    private static <T> T failing(String op, String what, Path file, String state, Supplier<T> work) {
        try {
            return work.get();
        } catch (CancellationException e) {
            throw e; // as somebody wished
        } catch (RuntimeException | Error e) {
            LOG.error(
                    op,
                    event -> event.addKeyValue("path", file)
                            .setCause(e)
                            .log("{} {} failed; {}: {}", what, file, state, e.getMessage()));
            throw e;
        }
    }
}
