package io.dictdb;

import io.dictdb.internal.engine.Engine;

/** The only door from the public words to the engine behind them. */
final class Bootstrap {
    private Bootstrap() {}

    static DictDB create() {
        return Engine.create();
    }
}
