package io.dictdb.internal.backup;

import io.dictdb.internal.timer.Timer;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When backups that nobody waits for begin: once an interval, and when a change is told, but not sooner than the least interval after the last one
 * began. A change that is told stays noted until a backup holds it.
 *
 * <p>Whether a task is still wanted is asked when it has its turn: none begins after {@link #stop}, and of those of an interval that an executor has not come to, only the newest.
 * The next one is set before a task is handed over, so whatever becomes of that, backups go on.
 */
final class Triggers {
    private final Settings settings;
    private final Work work;
    private @Nullable Timer timer;

    /** When the last one began, as the timer tells it; none that counts yet where there is no number. */
    private @Nullable Long last;

    /** Whether no backup that holds it has begun since a change was told, or none succeeded. */
    private boolean changed;

    /** Stands for the task that will back the change up. */
    private @Nullable Object coming;

    /** Stands for the last task of an interval. */
    private @Nullable Object due;

    /** What is triggered. */
    interface Work {
        /**
         * Writes a backup when those before have ended.
         *
         * @param wanted asked when it has its turn
         */
        void run(BooleanSupplier wanted);

        /** The same, or nothing if a backup is being written. */
        void runUnlessBusy(BooleanSupplier wanted);

        /** It could not even begin. */
        void failed(Throwable cause);
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

    /** A backup begins that somebody asked for; it will hold the changes too. */
    synchronized boolean takeAlong() {
        begun();
        return true;
    }

    private void regular(Timer mine) {
        mine.after(settings.interval(), () -> {
            Object token = new Object();
            setDue(token);
            regular(mine);
            submit(token, work::runUnlessBusy);
        });
    }

    private synchronized void setDue(Object token) {
        due = token;
    }

    synchronized void changed() {
        Timer mine = timer;
        if (mine != null) {
            changed = true;
            if (coming == null) {
                Object token = new Object();
                coming = token;
                mine.after(quiet(mine), () -> submit(token, work::run));
            }
        }
    }

    /** A backup did not succeed: what it should have held is still to be backed up. */
    synchronized void failed() {
        changed = true;
    }

    /** How long there must be no other one. */
    private Duration quiet(Timer mine) {
        if (last == null) {
            return Duration.ZERO;
        }
        Duration passed = Duration.ofNanos(mine.nanoTime() - last);
        return passed.compareTo(settings.minInterval()) > 0
                ? Duration.ZERO
                : settings.minInterval().minus(passed);
    }

    private synchronized boolean isWanted(Object token) {
        Timer mine = timer;
        boolean wanted = mine != null && (due == token || coming == token);
        if (mine != null && wanted) {
            begun();
            last = mine.nanoTime();
        }
        return wanted;
    }

    private synchronized void begun() {
        changed = false;
        coming = null;
        due = null;
    }

    private synchronized void giveUp(Object token) {
        coming = coming == token ? null : coming;
    }

    @SuppressWarnings("IllegalCatch") // an executor of the caller's
    private void submit(Object token, Consumer<BooleanSupplier> task) {
        try {
            settings.executor().execute(() -> task.accept(() -> isWanted(token)));
        } catch (RuntimeException | Error e) {
            giveUp(token);
            work.failed(e);
        }
    }
}
