package io.dictdb.internal.engine;

import io.dictdb.DictDBException;
import io.dictdb.OpenReport;
import io.dictdb.StorageException;
import io.dictdb.internal.journal.JournalEnd;
import io.dictdb.internal.journal.JournalInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a durable store back: the newest image that is whole, and every commit of the journal after it. It only reads, so it may be cut short and begun again as often as one likes.
 */
final class StoreRecovery {
    private final StoreFiles files;
    private final EditRules rules;
    private final List<String> notes = new ArrayList<>();
    private final NewestImage newest;
    private final long image;
    private JournalInput journal;
    private Replay replay;
    private Optional<StorageException> nonsense = Optional.empty();
    private final JournalEnd end;

    StoreRecovery(StoreFiles files, EditRules rules) {
        this(files, rules, NewestImage.of(files, rules));
    }

    private StoreRecovery(StoreFiles files, EditRules rules, NewestImage newest) {
        this.files = files;
        this.rules = rules;
        this.newest = newest;
        this.journal = new JournalInput(files.storage(), files.directory());
        newest.damaged().forEach(how -> notes.add(String.valueOf(how.getMessage())));
        notes.addAll(newest.notes());
        this.image = newest.root().sequence();
        this.replay = new Replay(rules, newest.root(), Until.END, Replay.MOST);
        this.end = newest.any() || !journal.isEmpty() ? replayed() : JournalEnd.none(0);
    }

    /** Brings back what is good of a store: where the newest image is damaged and all else does not lead as far, as much of that as is true, and what the journal has changed since. */
    static StoreRecovery salvaging(StoreFiles files, EditRules rules) {
        StoreRecovery recovery = new StoreRecovery(files, rules);
        if (recovery.imageDamage().isEmpty()
                || recovery.replay.sequence() >= files.images().get(0).sequence()) {
            return recovery;
        }
        NewestImage part = recovery.newest.part(files, rules);
        boolean better = !part.root().tables().isEmpty() || recovery.replay.isEmpty();
        return better ? new StoreRecovery(files, rules, part) : recovery;
    }

    /** What goes wrong aside is done again commit by commit, to find out where, and then only what comes before. */
    private JournalEnd read() {
        Optional<JournalEnd> aside = newest.isPart() ? Optional.empty() : readAside();
        return aside.orElseGet(() -> {
            try {
                return readUntil(Until.END);
            } catch (StorageException e) {
                nonsense = Optional.of(e);
                return readUntil(Until.commit(replay.isInside() ? replay.sequence() - 1 : replay.sequence()));
            }
        });
    }

    private JournalEnd readUntil(Until until) {
        journal = new JournalInput(files.storage(), files.directory());
        replay = new Replay(rules, newest.root(), until);
        if (!newest.isPart()) {
            return journal.read(image, replay);
        }
        LackingReplay lacking = new LackingReplay(replay);
        JournalEnd read = journal.read(image, lacking);
        lacking.unknown()
                .forEach(table -> notes.add("what the journal tells of table '" + table
                        + "' cannot be used, for the image does not tell what its primary key was"));
        return read;
    }

    private Optional<JournalEnd> readAside() {
        AsideReplay aside = new AsideReplay(replay);
        try {
            JournalEnd read = journal.read(image, aside);
            aside.finish();
            replay.settle();
            return Optional.of(read);
        } catch (DictDBException | IllegalArgumentException e) {
            return Optional.empty();
        } finally {
            aside.giveUp();
        }
    }

    private JournalEnd replayed() {
        JournalEnd read = read();
        journal.cut()
                .ifPresent(cut -> notes.add(cut.path() + " was cut short by " + cut.bytes() + " bytes behind byte "
                        + cut.offset()
                        + ": changes that were being written when the process or the machine stopped, none of which"
                        + " had been acknowledged as being on the disk"));
        return read;
    }

    /** The damage of an image whose commits the journal has not: it lacks them by right. */
    private Optional<StorageException> imageDamage() {
        return newest.newestDamage()
                .filter(damage -> !newest.isPart() && journal.damage().isPresent());
    }

    /** What stands in the way of opening the store, if anything does. */
    Optional<StorageException> damage() {
        return imageDamage().or(() -> nonsense).or(journal::damage);
    }

    /** What cannot be brought back, in words. */
    List<String> losses() {
        List<String> losses = new ArrayList<>(notes);
        nonsense.or(journal::damage).ifPresent(how -> {
            long first = replay.sequence() + 1;
            String commits = journal.lost() > first ? "commits " + first + " to " + journal.lost() : "commit " + first;
            losses.add(commits + " and whatever came after are lost: " + how.getMessage());
        });
        return losses;
    }

    JournalEnd end() {
        return end;
    }

    long journalBytes() {
        return journal.bytes();
    }

    /** Sees to it that what was recovered is on the disk. */
    void forceEnd() {
        journal.force();
    }

    Root root() {
        return replay.root().indexed(rules.steps());
    }

    List<String> notes() {
        return notes;
    }

    OpenReport report() {
        long cut = journal.cut().map(JournalInput.Cut::bytes).orElse(0L);
        return new OpenReport(files.directory(), image, replay.sequence(), cut, notes);
    }
}
