package io.dictdb.internal.backup;

import io.dictdb.SaveOptions;
import io.dictdb.StorageException;
import io.dictdb.backup.BackupFile;
import io.dictdb.internal.engine.Base;
import io.dictdb.internal.engine.Checkpoint;
import io.dictdb.internal.event.BackupEvent;
import io.dictdb.internal.file.BackupName;
import io.dictdb.internal.file.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes backups, one after the other, and knows what the next one follows. Not for use by several threads at once.
 *
 * <p>A file that was written and may be wrong is deleted. If that fails too, the next backup is a full one, as it is behind any file that is later than the last good one ({@link Chain#isLatestOf}): a
 * delta would follow the same backup as the one that is still there, and of two that follow the same, restoring takes the first.
 */
final class Writing {
    private static final String CHANGES = ".json";

    private final Settings settings;
    private final Folder folder;
    private final Stamps stamps;
    private final Keeping keeping;
    private @Nullable Chain chain;

    Writing(Settings settings) {
        this.settings = settings;
        this.folder = settings.folder();
        this.stamps = new Stamps();
        this.keeping = new Keeping(settings.retention());
    }

    /** What a backup has to be. */
    enum Wanted {
        FULL,
        DELTA,
        /** A delta, if the settings say so and not too many came before. */
        NEXT
    }

    /** Writes a backup, unless it would be a delta that holds nothing. */
    void write(Wanted wanted, Ledger ledger) {
        Instant begun = settings.clock().instant();
        BackupEvent event = new BackupEvent();
        event.begin();
        List<BackupFile> there = folder.unsized();
        Checkpoint now = Checkpoint.of(settings.db());
        Chain known = known(wanted, there);
        if (known != null && known.last().isSame(now)) {
            ledger.unchanged(begun);
            return;
        }
        Chain before = known != null && isDelta(wanted, known) ? known : null;
        List<BackupFile> files = new ArrayList<>(there);
        if (before == null) {
            closeChain(begun, now, files);
        }
        BackupFile file = before == null ? full(begun, now, files) : delta(before, begun, now, files);
        int deltas = chain == null ? 0 : chain.deltas();
        ledger.succeeded(
                file,
                now.sequence(),
                settings.verified(),
                deltas,
                begun,
                settings.clock().instant());
        Checkpoint.count(settings.db(), true);
        BackupLog.written(file, ledger.status(true), event);
        files.add(file);
        clearUp(files);
    }

    /** Between the last backup and a full one there are commits too, where they are kept. */
    private void closeChain(Instant at, Checkpoint now, List<BackupFile> files) {
        try {
            Base last = newest(now, files).orElse(null);
            if (last != null && last.sequence() < now.sequence() && now.keepsCommitsSince(last)) {
                files.add(commits(last, at, now, files));
            }
        } catch (StorageException e) {
            // what is written now needs nothing from before
        }
    }

    /** The newest backup that is there, if it is ours or was made by somebody else of the same store. */
    private Optional<Base> newest(Checkpoint now, List<BackupFile> there) {
        Chain known = chain;
        if (known != null) {
            return known.isLatestOf(there, folder) ? Optional.of(known.base()) : Optional.empty();
        }
        String last = there.isEmpty()
                ? ""
                : String.valueOf(there.get(there.size() - 1).path().getFileName());
        return now.newestIn(folder.directory())
                .filter(base -> base.backup().file().equals(last));
    }

    /** What a delta would follow, if one is thinkable. */
    private @Nullable Chain known(Wanted wanted, List<BackupFile> there) {
        Chain known = chain;
        boolean thinkable = wanted == Wanted.DELTA || (wanted == Wanted.NEXT && settings.incremental());
        return known != null && thinkable && known.isLatestOf(there, folder) ? known : null;
    }

    private boolean isDelta(Wanted wanted, Chain known) {
        return wanted == Wanted.DELTA || known.deltas() < settings.maxDeltas();
    }

    private BackupFile full(Instant at, Checkpoint now, List<BackupFile> there) {
        String extension = Checkpoint.extension(settings.format(), settings.compressed());
        BackupName name = name(false, extension, at, there);
        return written(name, now, path -> full(path, now), (file, origin) -> new Chain(List.of(file), now, origin));
    }

    /** Holds each commit where they are kept. If they cannot be read, it holds what came of them. */
    private BackupFile delta(Chain before, Instant at, Checkpoint now, List<BackupFile> there) {
        if (now.keepsCommitsSince(before.base())) {
            try {
                return commits(before.base(), at, now, there);
            } catch (StorageException e) {
                // whatever it is of, the other one is without it or fails as well
            }
        }
        BackupName name = name(true, deltas(CHANGES), at, there);
        return written(
                name,
                now,
                path -> changes(before, path, now, name.at()),
                (file, origin) -> before.and(file, now, origin));
    }

    /** Somebody else's chain stays theirs: what is not read cannot be followed by what only tells differences. */
    private BackupFile commits(Base before, Instant at, Checkpoint now, List<BackupFile> there) {
        Chain known = chain;
        BackupName name = name(true, deltas(Checkpoint.COMMITS), at, there);
        return written(
                name,
                now,
                path -> commits(before, path, now, name.at()),
                (file, origin) -> known == null ? null : known.and(file, now, origin));
    }

    private String deltas(String extension) {
        return extension + (settings.compressed() ? ".gz" : "");
    }

    private BackupFile written(
            BackupName name,
            Checkpoint now,
            Function<Path, Origin> content,
            BiFunction<BackupFile, Origin, @Nullable Chain> follows) {
        Path path = folder.path(name);
        boolean done = false;
        try {
            Origin origin = content.apply(path);
            BackupFile file = folder.written(name);
            chain = follows.apply(file, origin);
            done = true;
            now.remember(folder.directory(), origin);
            return file;
        } finally {
            if (!done) {
                folder.delete(path);
            }
        }
    }

    private BackupName name(boolean delta, String extension, Instant at, List<BackupFile> there) {
        BackupName name = new BackupName(delta, stamps.next(at, there), extension);
        if (BackupName.of(name.toString()).isEmpty()) {
            String last = there.isEmpty()
                    ? ""
                    : ": no stamp is later than that of "
                            + there.get(there.size() - 1).path();
            throw new StorageException(
                    "a backup named " + name + " would not be found again" + last, folder.path(name));
        }
        return name;
    }

    private Origin full(Path path, Checkpoint now) {
        Origin written = now.save(path, SaveOptions.defaults().format(settings.format()));
        if (settings.verified()) {
            now.verify(path, written);
        }
        return written;
    }

    private Origin commits(Base before, Path path, Checkpoint now, Instant at) {
        Origin written = now.saveCommits(before, at, path, SaveOptions.defaults());
        if (settings.verified()) {
            now.verifyCommits(path, written);
        }
        return written;
    }

    private Origin changes(Chain before, Path path, Checkpoint now, Instant at) {
        Origin written = now.saveChanges(before.last(), before.origin(), at, path, SaveOptions.defaults());
        if (settings.verified()) {
            now.verifyChanges(before.last(), path, written);
        }
        return written;
    }

    /**
     * Deletes what is not kept. What cannot be deleted is in the way of what it needs until the next time, so what is left can be restored at any moment. It makes no backup
     * fail.
     */
    @SuppressWarnings("IllegalCatch")
    private void clearUp(List<BackupFile> there) {
        try {
            for (List<BackupFile> old : superfluous(there)) {
                boolean deleted = true;
                for (int i = old.size() - 1; deleted && i >= 0; i--) {
                    deleted = folder.delete(old.get(i).path());
                }
            }
        } catch (RuntimeException e) {
            // next time
        }
    }

    private List<List<BackupFile>> superfluous(List<BackupFile> there) {
        List<BackupFile> needed = chain == null ? List.of() : chain.files();
        return keeping.superfluous(there, needed, settings.clock().instant());
    }
}
