package io.dictdb.internal.engine;

import io.dictdb.OpenReport;
import io.dictdb.StorageException;
import io.dictdb.internal.event.RecoveryEvent;
import io.dictdb.internal.feed.CommitFeed;
import io.dictdb.internal.feed.JournalFeed;
import io.dictdb.internal.journal.Journal;
import io.dictdb.internal.journal.JournalFiles;
import io.dictdb.internal.journal.SegmentWriter;
import io.dictdb.internal.journal.Ticket;
import io.dictdb.internal.timer.Timer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes a database durable: the journal behind its door, and the images that keep the journal short. */
final class DurableStore implements CommitLog {
    private final StoreSettings settings;
    private final Closeable ownership;
    private final Store store;
    private final OpenReport report;
    private final Timer timer;
    private final Journal<Root> journal;
    private final JournalFiles files;
    private final JournalFeed feed;
    private final Checkpoints checkpoints;
    private final KnownBackups backups;

    private DurableStore(
            StoreSettings settings, StoreFiles files, Closeable ownership, StoreRecovery recovery, Store store) {
        this.settings = settings;
        this.ownership = ownership;
        this.store = store;
        this.report = recovery.report();
        String name = "dictdb-journal " + settings.directory().getFileName();
        this.timer = settings.timers().apply(name + " timer");
        SegmentWriter writer = new SegmentWriter(files.storage(), files.directory(), settings.clock(), recovery.end());
        this.journal = new Journal<>(
                settings.policy(), writer, listener(), settings.writers().apply(name), this::later, settings.linger());
        this.files = new JournalFiles(files.storage(), files.directory());
        this.feed = new JournalFeed(this.files, journal::readable, store::shown);
        this.backups = new KnownBackups(files.storage(), files.directory());
        this.checkpoints = new Checkpoints(settings, files, store, journal, feed, recovery);
    }

    /** Recovers a store, or a copy of what is good of it, and makes what is done to it durable. */
    static DurableStore open(StoreSettings settings, EditRules rules) {
        try {
            Optional<Path> target = settings.salvageInto();
            return target.isEmpty()
                    ? open(settings, rules, List.of())
                    : open(settings.in(target.get()), rules, salvaged(settings, rules, target.get()));
        } catch (StorageException e) {
            StoreLog.notOpened(settings.directory(), e);
            throw e;
        }
    }

    /** @param notes what else is to be reported */
    private static DurableStore open(StoreSettings settings, EditRules rules, List<String> notes) {
        StoreFiles files = new StoreFiles(settings.storage(), settings.directory());
        Closeable ownership = files.own();
        RecoveryEvent event = new RecoveryEvent();
        event.begin();
        boolean done = false;
        try {
            StoreRecovery recovery = new StoreRecovery(files, rules);
            recovery.damage().ifPresent(damage -> {
                throw damage;
            });
            recovery.notes().addAll(notes);
            DurableStore opened =
                    new DurableStore(settings, files, ownership, recovery, new Store(rules, recovery.root()));
            opened.begin(recovery, event);
            done = true;
            return opened;
        } finally {
            if (!done) {
                release(ownership);
            }
        }
    }

    /** Writes what is good of a store elsewhere; returns what is to be said of that. */
    private static List<String> salvaged(StoreSettings settings, EditRules rules, Path target) {
        StoreFiles files = new StoreFiles(settings.storage(), settings.directory());
        Closeable ownership = files.own();
        try {
            StoreRecovery recovery = StoreRecovery.salvaging(files, rules);
            new StoreCopy(settings.storage(), settings.clock()).write(recovery.root(), target);
            return recovery.losses();
        } finally {
            release(ownership);
        }
    }

    /** What the next segment says about the last must be so after a power failure too. */
    private void begin(StoreRecovery recovery, RecoveryEvent event) {
        recovery.forceEnd();
        store.log(this);
        StoreLog.opened(report, settings, event);
    }

    Store store() {
        return store;
    }

    OpenReport report() {
        return report;
    }

    private void later() {
        timer.after(settings.interval(), journal::force);
    }

    private Journal.Listener<Root> listener() {
        return new Journal.Listener<>() {
            @Override
            public void durable(Root commit) {
                store.show(commit);
            }

            @Override
            public void refused(Runnable forget) {
                store.takeBack(forget);
            }

            @Override
            public void broken(StorageException cause) {
                StoreLog.broken(settings.directory(), cause);
            }

            @Override
            public void advanced() {
                feed.advanced();
            }
        };
    }

    @Override
    public void admit() {
        checkpoints.admit();
        journal.admit();
    }

    @Override
    public boolean showsAtOnce() {
        return journal.showsAtOnce();
    }

    @Override
    public @Nullable Ticket append(Root last, Root next) {
        Ticket ticket = journal.append(
                next.sequence(), settings.clock().instant(), next, out -> new RootSteps<>(last, next, out).tell());
        return showsAtOnce() ? null : ticket;
    }

    @Override
    public void acknowledged() {
        checkpoints.grown(journal.bytes());
    }

    @Override
    public void settle() {
        journal.settle();
    }

    long durable() {
        return journal.durable();
    }

    long journalBytes() {
        return journal.bytes();
    }

    long failedWrites() {
        return journal.failures();
    }

    void sync() {
        journal.sync();
    }

    CommitFeed feed() {
        return feed;
    }

    /** The commits, if they are to be kept. */
    @Nullable
    KeptCommits keptCommits() {
        return settings.keepJournal().isZero() ? null : new KeptCommits(files, journal, feed, backups);
    }

    /** Ends it, when the store takes no more changes. */
    void close() {
        try {
            checkpoints.close();
            journal.close();
        } finally {
            backups.close();
            timer.close();
            release(ownership);
        }
    }

    private static void release(Closeable ownership) {
        try {
            ownership.close();
        } catch (IOException e) {
            throw new StorageException("the lock of the store could not be released: " + e.getMessage());
        }
    }
}
