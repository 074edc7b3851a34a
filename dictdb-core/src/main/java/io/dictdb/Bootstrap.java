package io.dictdb;

import io.dictdb.internal.engine.Engine;
import io.dictdb.internal.mapping.RecordSchemas;
import io.dictdb.internal.value.Arguments;

/** The only door from the public words to what stands behind them. */
final class Bootstrap {
    private Bootstrap() {}

    static Schema schema(Class<? extends java.lang.Record> type) {
        return RecordSchemas.of(Arguments.notNull(type, "type"));
    }

    static DictDB create() {
        return Engine.create();
    }
}
