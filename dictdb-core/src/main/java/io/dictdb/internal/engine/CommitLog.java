package io.dictdb.internal.engine;

import io.dictdb.internal.journal.Ticket;
import org.jspecify.annotations.Nullable;

/** Where commits go before anybody can see them. */
interface CommitLog {
    /** Keeps nothing. */
    CommitLog NONE = new CommitLog() {
        @Override
        public void admit() {}

        @Override
        public boolean showsAtOnce() {
            return true;
        }

        @Override
        public @Nullable Ticket append(Root last, Root next) {
            return null;
        }

        @Override
        public void settle() {}

        @Override
        public void acknowledged() {}
    };

    /** Waits, when the disk is far behind. Called before any lock. */
    void admit();

    /** Whether a commit may be shown before it is on the disk. */
    boolean showsAtOnce();

    /** Adds a commit; returns what to wait with before it may be acknowledged. Whatever is thrown, it does not happen. Called under the store's door. */
    @Nullable
    Ticket append(Root last, Root next);

    /** Waits until what was added so far is shown. */
    void settle();

    /** A commit has been acknowledged. Called without any lock. */
    void acknowledged();
}
