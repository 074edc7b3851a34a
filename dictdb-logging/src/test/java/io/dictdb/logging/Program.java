package io.dictdb.logging;

import io.dictdb.DictDB;
import io.dictdb.OperationLog;
import io.dictdb.Table;
import java.util.Map;

/* A program of somebody's. */
public final class Program {
    private Program() {}

    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "configure" ->
                Logging.configureLogging().operations(OperationLog.on()).apply();
            case "refused" -> refused();
            default -> {
                // nothing is asked for
            }
        }
        Table users = DictDB.create().createTable("users");
        users.insert(Map.of("name", "Ada"));
        System.out.println(users.count() + " record");
    }

    private static void refused() {
        Logging.reset();
        try {
            Logging.configureLogging().apply();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
