package io.dictdb.internal.journal;

import io.dictdb.StorageException;
import io.dictdb.SyncPolicy;
import io.dictdb.internal.file.Faults;
import io.dictdb.internal.journal.Journal.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The side of a {@link Journal} that writes, for one thread at a time. */
final class Drain<T> implements Runnable {
    private final Journal<T> journal;
    private final SyncPolicy policy;
    private final SegmentWriter file;
    private final Journal.Listener<T> listener;
    private final Runnable later;
    private boolean armed;
    private @Nullable StorageException broken;

    Drain(Journal<T> journal, SyncPolicy policy, SegmentWriter file, Journal.Listener<T> listener, Runnable later) {
        this.journal = journal;
        this.policy = policy;
        this.file = file;
        this.listener = listener;
        this.later = later;
    }

    @Override
    public void run() {
        for (Work<T> work = journal.next(); work != null; work = journal.next()) {
            armed &= !work.force();
            StorageException failure = attempt(work);
            if (work.last()) {
                file.close();
            }
            boolean told = work.last() && !journal.showsAtOnce();
            work.asking().forEach(ticket -> ticket.complete(told ? null : failure));
            if (failure != null && broken == null && journal.showsAtOnce()) {
                journal.pause().forEach(ticket -> ticket.complete(failure));
                arm();
                return;
            }
        }
    }

    /** Does it; returns what went wrong, after it has been dealt with. */
    @SuppressWarnings("IllegalCatch") // whatever it is, the file must not be touched again
    private @Nullable StorageException attempt(Work<T> work) {
        try {
            StorageException failure = broken != null ? broken : done(work);
            if (failure != null && journal.isClosing()) {
                breakWith(failure); // there is no next time
            }
            return failure;
        } catch (RuntimeException | Error | IOException e) {
            Path path = file.path();
            String message = "the journal takes no more changes, because " + path + " failed: " + reason(path, e)
                    + "; what is in memory can be read, and saved elsewhere; open the database again to recover";
            StorageException failure = new StorageException(message, path, e);
            breakWith(failure);
            if (work.batch() != null) {
                work.batch().ticket.complete(failure);
            }
            return failure;
        }
    }

    private void breakWith(StorageException failure) {
        broken = failure;
        journal.breakWith(failure);
    }

    private static String reason(Path path, Throwable e) {
        return e instanceof IOException io ? Faults.reason(path, io) : e.toString();
    }

    private @Nullable StorageException done(Work<T> work) throws IOException {
        Batch<T> batch = work.batch();
        StorageException failure = batch == null ? null : written(batch);
        if (failure != null) {
            return failure;
        }
        if (work.force() || (policy == SyncPolicy.EVERY_COMMIT && batch != null)) {
            force();
            if (work.last()) {
                file.mark();
            }
        } else if (policy == SyncPolicy.INTERVAL) {
            arm();
        }
        if (batch != null) {
            shown(batch);
        }
        if (policy == SyncPolicy.NEVER || journal.durable() == file.last()) {
            journal.readable(file.end());
        }
        return null;
    }

    private @Nullable StorageException written(Batch<T> batch) throws IOException {
        try {
            file.write(batch.segment, batch.bytes(), Batch.START, batch.bytesOfCommits(), batch.last());
            journal.written(batch);
            return null;
        } catch (SegmentWriter.NotWritten e) {
            String kept = "a change could not be written to " + file.path() + ", and nothing has changed: ";
            String full =
                    "earlier changes could not be written to " + file.path() + ", and none is taken until they are: ";
            String reason = Faults.reason(file.path(), e.reason());
            StorageException failure =
                    new StorageException((journal.showsAtOnce() ? full : kept) + reason, file.path(), e.reason());
            journal.notWritten(batch, failure);
            return failure;
        }
    }

    private void force() throws IOException {
        file.force();
        journal.forced(file.last());
    }

    private void shown(Batch<T> batch) {
        if (!journal.showsAtOnce()) {
            listener.durable(Objects.requireNonNull(batch.attachment()));
        }
        batch.ticket.complete(null);
    }

    private void arm() {
        if (!armed) {
            armed = true;
            later.run();
        }
    }
}
