package io.dictdb.internal.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When backups that nobody waits for begin: an interval after the last one ended, and when a change is told, but not sooner than the least interval after the last one
 * began. A change that is told stays noted until a backup holds it.
 *
 * <p>Whether a task is still wanted is asked when it has its turn, so none begins after {@link #stop}.
 */
final class Triggers {
    private final Settings settings;
    private final Work work;
    private @Nullable Timer timer;
    private @Nullable Instant last;

    /** Whether no backup has begun since a change was told. */
    private boolean changed;

    /** Stands for the task that will back the change up. */
    private @Nullable Object coming;

    /** What is triggered. */
    interface Work {
        /**
         * Writes a backup when those before have ended.
         *
         * @param wanted asked when it has its turn
         * @return false if it failed
         */
        boolean run(BooleanSupplier wanted);

        /** It could not even begin. */
        void failed(RuntimeException cause);
    }

    Triggers(Settings settings, Work work) {
        this.settings = settings;
        this.work = work;
    }

    synchronized boolean isRunning() {
        return timer != null;
    }

    synchronized void start() {
        if (timer == null) {
            last = null;
            timer = settings.timers().get();
            regular(timer);
        }
    }

    /** Ends it; returns whether a change is still to be backed up, which is to be asked once. */
    synchronized BooleanSupplier stop() {
        if (timer != null) {
            timer.close();
            timer = null;
        }
        return this::isLeft;
    }

    private synchronized boolean isLeft() {
        boolean left = changed;
        begun();
        return left;
    }

    private void regular(Timer mine) {
        mine.after(
                settings.interval(),
                () -> submit(
                        () -> {
                            run(() -> isDue(mine));
                            regular(mine);
                        },
                        () -> regular(mine)));
    }

    synchronized void changed() {
        Timer mine = timer;
        if (mine != null) {
            changed = true;
            if (coming == null) {
                Object token = new Object();
                coming = token;
                mine.after(quiet(), () -> submit(() -> run(() -> isDue(token)), () -> givenUp(token)));
            }
        }
    }

    /** How long there must be no other one. A clock that went back does not make it longer. */
    private Duration quiet() {
        Duration least = settings.minInterval();
        if (last == null) {
            return Duration.ZERO;
        }
        Duration left = least.minus(Duration.between(last, settings.clock().instant()));
        return left.isNegative() ? Duration.ZERO : left.compareTo(least) > 0 ? least : left;
    }

    private void run(BooleanSupplier wanted) {
        if (!work.run(wanted)) {
            failed();
        }
    }

    /** @param trigger the timer that is running, or what stands for a change */
    private synchronized boolean isDue(Object trigger) {
        boolean due = timer != null && (timer == trigger || coming == trigger);
        if (due) {
            last = settings.clock().instant();
            begun();
        }
        return due;
    }

    private synchronized void begun() {
        changed = false;
        coming = null;
    }

    private synchronized void failed() {
        changed = true;
    }

    private synchronized void givenUp(Object token) {
        coming = coming == token ? null : coming;
    }

    @SuppressWarnings("IllegalCatch") // an executor of the caller's
    private void submit(Runnable task, Runnable otherwise) {
        try {
            settings.executor().execute(task);
        } catch (RuntimeException e) {
            work.failed(e);
            otherwise.run();
        }
    }
}
