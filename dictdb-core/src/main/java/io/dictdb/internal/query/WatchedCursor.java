package io.dictdb.internal.query;

/** A cursor that looks at the thread's interrupt on its way. A class of its own, so that the others' moves stay one assignment. */
final class WatchedCursor extends Cursor {
    private final Watch watch;

    WatchedCursor(Fields fields, Watch watch) {
        super(fields);
        this.watch = watch;
    }

    @Override
    void move(int to) {
        watch.look();
        super.move(to);
    }
}
