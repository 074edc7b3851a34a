package io.dictdb.internal.engine;

import io.dictdb.OperationLog;

/** What is logged of records: one field, which is read at each commit. */
public final class OperationSwitch {
    /** Of all databases that were given none of their own. */
    static final OperationSwitch SHARED = new OperationSwitch(OperationLog.off());

    private volatile OperationLog options;

    OperationSwitch(OperationLog options) {
        this.options = options;
    }

    OperationLog options() {
        return options;
    }

    /** What {@link OperationLog#setDefault} does. */
    public static void share(OperationLog options) {
        SHARED.options = options;
    }
}
