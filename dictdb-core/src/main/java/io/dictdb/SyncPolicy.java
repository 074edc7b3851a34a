package io.dictdb;

/** When what was committed to a durable store is on the disk. A process that ends, however it does, loses less than a machine that does. */
public enum SyncPolicy {
    /**
     * A change returns when it is on the disk, and nobody sees it before. Changes that come at the same time share one force of the disk. Nothing that was acknowledged is
     * ever lost.
     */
    EVERY_COMMIT,

    /**
     * A change returns at once, and is on the disk within an interval, a second unless another is set. A machine that loses power loses at most what came in the last one, and always the newest
     * changes, never one from the middle.
     */
    INTERVAL,

    /** A change returns at once, and the operating system decides when it is on the disk; closing and {@link DictDB#sync()} see to it. */
    NEVER
}
