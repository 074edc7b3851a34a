package io.dictdb.internal.backup;

import io.dictdb.DictDBException;
import io.dictdb.StorageException;
import io.dictdb.backup.BackupManager;
import io.dictdb.backup.BackupStatus;
import io.dictdb.internal.backup.Writing.Wanted;
import io.dictdb.internal.engine.Checkpoint;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Threads that are telling of a failure. What they do from there is told to themselves, or it would never end. */
    private final Set<Thread> telling = ConcurrentHashMap.newKeySet();

    Manager(Settings settings) {
        this.settings = settings;
        this.writing = new Writing(settings);
        this.triggers = new Triggers(settings, new Triggers.Work() {
            @Override
            public void run(BooleanSupplier wanted) {
                write(Wanted.NEXT, wanted);
            }

            @Override
            public void runUnlessBusy(BooleanSupplier wanted) {
                if (turn.tryLock()) {
                    writeAndUnlock(Wanted.NEXT, wanted);
                }
            }

            @Override
            public void failed(Throwable cause) {
                triggers.failed();
                tell(noted(failure(cause)));
            }
        });
    }

    @Override
    public void start() {
        triggers.start();
    }

    @Override
    public void stop() {
        BooleanSupplier left = triggers.stop();
        if (!telling.contains(Thread.currentThread())) {
            write(Wanted.NEXT, left);
        }
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

    @Override
    public String toString() {
        return "BackupManager of " + settings.folder().directory() + ": " + status();
    }

    private void require(Wanted wanted) {
        Failure failure = write(wanted, triggers::takeAlong);
        if (failure != null) {
            throw failure.cause;
        }
    }

    /**
     * Writes a backup when those before have ended; returns what went wrong, after it has been told.
     *
     * @param wanted asked before it begins
     */
    private @Nullable Failure write(Wanted kind, BooleanSupplier wanted) {
        turn.lock();
        return writeAndUnlock(kind, wanted);
    }

    private @Nullable Failure writeAndUnlock(Wanted kind, BooleanSupplier wanted) {
        Failure failure;
        try {
            failure = attempt(kind, wanted);
            if (failure != null) {
                triggers.failed();
            }
        } finally {
            turn.unlock();
        }
        if (failure != null) {
            tell(failure);
        }
        return failure;
    }

    private record Failure(DictDBException cause, int inARow) {}

    @SuppressWarnings("IllegalCatch") // no backup, whatever the reason
    private @Nullable Failure attempt(Wanted kind, BooleanSupplier wanted) {
        try {
            if (wanted.getAsBoolean()) {
                writing.write(kind, ledger);
            }
            return null;
        } catch (DictDBException e) {
            return noted(e);
        } catch (RuntimeException | Error e) {
            return noted(failure(e));
        }
    }

    private Failure noted(DictDBException cause) {
        Failure failure = new Failure(cause, ledger.failed(cause));
        Checkpoint.count(settings.db(), false);
        BackupLog.failed(settings.folder().directory(), cause, failure.inARow);
        return failure;
    }

    private StorageException failure(Throwable cause) {
        Path directory = settings.folder().directory();
        return new StorageException("no backup could be written to " + directory + ": " + cause, directory, cause);
    }

    @SuppressWarnings("IllegalCatch") // whatever a listener throws is no failure of a backup, and ends none
    private void tell(Failure failure) {
        if (telling.add(Thread.currentThread())) {
            try {
                settings.listener().accept(failure.cause, failure.inARow);
            } catch (Throwable e) {
                // it was told
            } finally {
                telling.remove(Thread.currentThread());
            }
        }
    }
}
