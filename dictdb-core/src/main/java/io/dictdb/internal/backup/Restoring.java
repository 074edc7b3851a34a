package io.dictdb.internal.backup;

import io.dictdb.StorageException;
import io.dictdb.UnsupportedFormatException;
import io.dictdb.UnsupportedFormatException.Reason;
import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupFile.Kind;
import io.dictdb.backup.RestoreReport;
import io.dictdb.backup.RestoreReport.PassedOver;
import io.dictdb.internal.engine.Recovery;
import io.dictdb.internal.engine.Until;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a database of a full backup and what follows it: of the newest one that is whole and not beyond a commit. Nothing but reading is done to the directory.
 *
 * <p>A delta that does not say what it follows, as Python's, is only taken where nothing before it is missing: behind a file that had to be passed over it would be put onto the wrong state.
 */
final class Restoring {
    private final Folder folder;
    private final List<BackupFile> files;
    private final Until until;
    private final List<Path> used = new ArrayList<>();
    private final TreeMap<Integer, PassedOver> passedOver = new TreeMap<>();
    private int end;
    private boolean beyond;
    private boolean stale;

    /**
     * @param files the backups to choose from, by time
     * @param until which commits are wanted; only files that hold each commit are later than its time
     */
    Restoring(Folder folder, List<BackupFile> files, Until until) {
        this.folder = folder;
        this.files = files;
        this.until = until;
        this.end = files.size();
    }

    /** Does it. */
    Recovery recovery() {
        for (int i = files.size() - 1; i >= 0; i--) {
            Recovery begun = files.get(i).kind() == Kind.FULL ? full(i) : null;
            if (begun != null) {
                deltas(begun, i + 1);
                return begun;
            }
        }
        String which = beyond ? " that holds no commit after " + until.sequence() : "";
        boolean isEmpty = files.isEmpty() || beyond || !passedOver.isEmpty();
        throw folder.lacksBackups(which, isEmpty ? why() : "; there are only deltas, and no full backup before them");
    }

    /** Whether a file was gone that had been listed: what is there now may be newer. */
    boolean isStale() {
        return stale;
    }

    /** What was done. */
    RestoreReport report(Recovery done) {
        return new RestoreReport(
                folder.directory(),
                used,
                List.copyOf(passedOver.values()),
                done.sequence().orElse(0L),
                done.isLinked());
    }

    private String why() {
        StringBuilder why = new StringBuilder();
        passedOver.values().forEach(file -> why.append("\n  ").append(file.why()));
        return why.toString();
    }

    private @Nullable Recovery full(int place) {
        try {
            Recovery begun = Recovery.of(folder.storage(), files.get(place).path());
            Optional<Long> sequence = until.sequence() == Long.MAX_VALUE ? Optional.of(0L) : sequence(begun, place);
            if (sequence.isEmpty()) {
                passOver(place, files.get(place).path() + " does not tell which commit it holds");
            } else if (sequence.get() <= until.sequence()) {
                used.add(files.get(place).path());
                return begun;
            } else {
                end = place; // and no delta behind it is wanted
                beyond = true;
            }
        } catch (StorageException e) {
            passOver(place, e);
        }
        return null;
    }

    /** The commit of a full backup: where its format does not tell it, the delta behind it does. */
    private Optional<Long> sequence(Recovery full, int place) {
        return full.sequence()
                .or(() -> from(full, place + 1))
                .or(() -> full.isEmpty() ? Optional.of(0L) : Optional.empty());
    }

    private Optional<Long> from(Recovery full, int place) {
        if (place == files.size() || files.get(place).kind() == Kind.FULL) {
            return Optional.empty();
        }
        try {
            Recovery.Part delta =
                    Recovery.read(folder.storage(), files.get(place).path());
            return delta.follows().filter(full.origin()::isSame).flatMap(base -> delta.from());
        } catch (StorageException e) {
            return Optional.empty();
        }
    }

    private void deltas(Recovery base, int from) {
        boolean gap = false;
        for (int i = from; i < end; i++) {
            if (files.get(i).kind() == Kind.FULL) {
                gap = true;
            } else if (!isWithin(base, i, gap)) {
                return;
            } else {
                gap |= passedOver.containsKey(i);
            }
        }
    }

    /** Clocks may go back: of a file that is not later than the time, every commit counts. */
    private Until until(int place) {
        boolean later = files.get(place).at().isAfter(until.at());
        return later ? until : Until.commit(until.sequence());
    }

    /** Adds a delta or passes it over; false if it leads beyond what is wanted. */
    private boolean isWithin(Recovery base, int place, boolean gap) {
        Path path = files.get(place).path();
        try {
            Recovery.Added added = base.add(Recovery.read(folder.storage(), path), until(place), gap);
            if (added != Recovery.Added.NOTHING) {
                used.add(path);
            }
            return added == Recovery.Added.ALL;
        } catch (StorageException e) {
            passOver(place, e);
            return !isGoodUpToTheDamage(base, place);
        }
    }

    /** Adds the commits before the damage, where each is held; nothing can follow behind them. */
    private boolean isGoodUpToTheDamage(Recovery base, int place) {
        BackupFile file = files.get(place);
        boolean any = Folder.holdsCommits(file) && base.addGood(file.path(), until(place));
        if (any) {
            used.add(file.path());
        }
        return any;
    }

    /** What is damaged is passed over. What another version wrote, or may not be read, is not: what comes before it may be old, and nobody would notice. */
    private void passOver(int place, StorageException e) {
        stale |= Folder.hasGone(files.get(place), e);
        if (e instanceof UnsupportedFormatException other && other.reason() == Reason.TOO_NEW
                || e.getCause() instanceof AccessDeniedException) {
            throw e;
        }
        passOver(place, String.valueOf(e.getMessage()));
    }

    private void passOver(int place, String why) {
        passedOver.put(place, new PassedOver(files.get(place).path(), why));
    }
}
