package io.dictdb.pickle;

import java.io.IOException;

/** Puts what is written into the container below, so many at a time that the stack stays small. */
final class Batches {
    private final Output out;
    private final int op;
    private int open;

    Batches(Output out, int op) {
        this.out = out;
        this.op = op;
    }

    /** Before each of what goes in. */
    void next() throws IOException {
        if (open == Output.BATCH) {
            end();
        }
        if (open++ == 0) {
            out.op(Op.MARK);
        }
    }

    void end() throws IOException {
        if (open > 0) {
            out.op(op);
            open = 0;
        }
    }
}
