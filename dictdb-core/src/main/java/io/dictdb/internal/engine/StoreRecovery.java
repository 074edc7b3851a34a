package io.dictdb.internal.engine;

import io.dictdb.CorruptFileException;
import io.dictdb.LoadOptions;
import io.dictdb.OpenReport;
import io.dictdb.StorageException;
import io.dictdb.internal.engine.StoreFiles.Image;
import io.dictdb.internal.journal.JournalEnd;
import io.dictdb.internal.journal.JournalInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a durable store back: the newest image that is whole, and every commit of the journal after it. It only reads, so it may be cut short and begun again as often as one likes.
 */
final class StoreRecovery {
    private final StoreFiles files;
    private final EditRules rules;
    private final JournalInput journal;
    private final List<String> notes = new ArrayList<>();
    private final Replay replay;
    private final long image;

    private final JournalEnd end;

    StoreRecovery(StoreFiles files, EditRules rules) {
        this.files = files;
        this.rules = rules;
        this.journal = new JournalInput(files.storage(), files.directory());
        Root base = Root.EMPTY;

        List<Image> images = files.images();
        StorageException first = null;
        boolean found = false;
        for (int i = 0; i < images.size() && !found; i++) {
            try {
                base = load(images.get(i));

                found = true;
            } catch (CorruptFileException e) {
                first = first == null ? e : first;
                notes.add(String.valueOf(e.getMessage()));
            }
        }
        this.image = found ? base.sequence() : 0;

        this.replay = new Replay(rules, base, Until.END);
        this.end = isNew(images) ? JournalEnd.none(0) : replayed(base, first);
    }

    private boolean isNew(List<Image> images) {
        return images.isEmpty() && journal.isEmpty();
    }

    private Root load(Image image) {
        Root root = new DatabaseFiles(files.storage()).loadUnindexed(image.path(), LoadOptions.defaults(), rules);
        if (root.sequence() != image.sequence()) {
            String message = image.path() + " is of commit " + root.sequence() + ", not of the one that its name tells";
            throw new CorruptFileException(message);
        }
        return root;
    }

    /** @param damagedImage what is wrong with the newest image, if that is damaged */
    private JournalEnd replayed(Root base, @Nullable StorageException damagedImage) {
        JournalEnd read = journal.read(base.sequence(), replay);
        journal.cut()
                .ifPresent(cut -> notes.add(cut.path() + " was cut short by " + cut.bytes() + " bytes behind byte "
                        + cut.offset()
                        + ": changes that were being written when the process or the machine stopped, none of which"
                        + " had been acknowledged as being on the disk"));
        if (damagedImage != null && journal.damage().isPresent()) {
            throw damagedImage; // the journal lacks what the image held, which is no fault of the journal's
        }
        return read;
    }

    /** What is wrong with the journal, if anything is. */
    Optional<StorageException> damage() {
        return journal.damage();
    }

    /** What cannot be brought back, in words. */
    List<String> losses() {
        List<String> losses = new ArrayList<>(notes);
        damage().ifPresent(how -> {
            long first = end.sequence() + 1;
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
