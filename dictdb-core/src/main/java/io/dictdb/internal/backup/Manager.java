package io.dictdb.internal.backup;

import io.dictdb.DictDBException;
import io.dictdb.StorageException;
import io.dictdb.backup.BackupManager;
import io.dictdb.backup.BackupStatus;
import io.dictdb.internal.backup.Writing.Wanted;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One backup at a time, whoever asks; and who is told when it fails. */
final class Manager implements BackupManager {
    private final Settings settings;
    private final Writing writing;
    private final Ledger ledger = new Ledger();
    private final Triggers triggers;
    private final ReentrantLock turn = new ReentrantLock(true);

    Manager(Settings settings) {
        this.settings = settings;
        this.writing = new Writing(settings);
        this.triggers = new Triggers(settings, new Triggers.Work() {
            @Override
            public boolean run(BooleanSupplier wanted) {
                return write(Wanted.NEXT, wanted) == null;
            }

            @Override
            public void failed(RuntimeException cause) {
                tell(cause, ledger.failed(cause));
            }
        });
    }

    @Override
    public void start() {
        triggers.start();
    }

    @Override
    public void stop() {
        write(Wanted.NEXT, triggers.stop());
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public void backupNow() {
        require(Wanted.NEXT);
    }

    @Override
    public void backupFull() {
        require(Wanted.FULL);
    }

    @Override
    public void backupDelta() {
        require(Wanted.DELTA);
    }

    @Override
    public void notifyChange() {
        triggers.changed();
    }

    @Override
    public int consecutiveFailures() {
        return status().consecutiveFailures();
    }

    @Override
    public int deltasSinceFull() {
        return status().deltasSinceFull();
    }

    @Override
    public BackupStatus status() {
        return ledger.status(triggers.isRunning());
    }

    private void require(Wanted wanted) {
        RuntimeException failure = write(wanted, () -> true);
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Writes a backup when those before have ended; returns what went wrong, after it has been told.
     *
     * @param wanted asked before it begins
     */
    private @Nullable RuntimeException write(Wanted kind, BooleanSupplier wanted) {
        Failure failure;
        turn.lock();
        try {
            failure = wanted.getAsBoolean() ? attempt(kind) : null;
        } finally {
            turn.unlock();
        }
        if (failure == null) {
            return null;
        }
        tell(failure.cause, failure.inARow);
        return failure.cause;
    }

    private record Failure(RuntimeException cause, int inARow) {}

    @SuppressWarnings("IllegalCatch") // no backup, whatever the reason
    private @Nullable Failure attempt(Wanted kind) {
        try {
            writing.write(kind, ledger);
            return null;
        } catch (DictDBException e) {
            return new Failure(e, ledger.failed(e));
        } catch (RuntimeException | Error e) {
            String message =
                    "no backup could be written to " + settings.folder().directory() + ": " + e;
            StorageException failure =
                    new StorageException(message, settings.folder().directory(), e);
            return new Failure(failure, ledger.failed(failure));
        }
    }

    @SuppressWarnings("IllegalCatch") // a listener's failure is none of a backup
    private void tell(Exception cause, int inARow) {
        try {
            settings.listener().accept(cause, inARow);
        } catch (RuntimeException e) {
            // it was told
        }
    }
}
