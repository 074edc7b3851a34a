package io.dictdb.logging;

import io.dictdb.DictDB;
import io.dictdb.OperationLog;
import io.dictdb.Table;
import java.util.Map;

/* A program of somebody's. */
public final class Program {
    private Program() {}

    public static void main(String[] arguments) {
        if (arguments[0].equals("configure")) {
            Logging.configureLogging().operations(OperationLog.on()).apply();
        }
        Table users = DictDB.create().createTable("users");
        users.insert(Map.of("name", "Ada"));
        System.out.println(users.count() + " record");
    }
}
