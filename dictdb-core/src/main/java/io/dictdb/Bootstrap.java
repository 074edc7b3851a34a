package io.dictdb;

import io.dictdb.internal.engine.Engine;
import io.dictdb.internal.engine.EngineBuilder;
import io.dictdb.internal.engine.OperationSwitch;
import io.dictdb.internal.mapping.RecordSchemas;
import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The only door from the public words to what stands behind them. */
final class Bootstrap {
    private Bootstrap() {}

    static Schema schema(Class<? extends java.lang.Record> type) {
        return RecordSchemas.of(Arguments.notNull(type, "type"));
    }

    static DictDB create() {
        return Engine.create();
    }

    static DictDB.Builder builder() {
        return new EngineBuilder();
    }

    static DictDB load(Path file, LoadOptions options) {
        return Engine.load(file, options);
    }

    static CompletableFuture<DictDB> asyncLoad(Path file, LoadOptions options, @Nullable Executor executor) {
        return Engine.asyncLoad(file, options, executor);
    }

    static void operationLog(OperationLog options) {
        OperationSwitch.share(Arguments.notNull(options, "options"));
    }

    static void requireFormat(String name) {
        Engine.requireFormat(name);
    }
}
