package io.dictdb.internal.engine;

import io.dictdb.DictDB;
import io.dictdb.LoadOptions;
import io.dictdb.internal.file.Origin;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.json.Delta;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A database that is being put together from backups, before anybody else can see it. What is wrong with a file is a {@link io.dictdb.StorageException}. */
public final class Recovery {
    private final EditRules rules;
    private Root root;
    private boolean indexed = true;
    private final boolean ours;
    private boolean linked = true;

    private Recovery(EditRules rules, Root root) {
        this.rules = rules;
        this.root = root;
        this.ours = root.tellsCommit();
    }

    /** Begins with a full backup. */
    public static Recovery of(Storage storage, Path full) {
        EditRules rules = EditRules.DEFAULT.storage(storage);
        return new Recovery(rules, new DatabaseFiles(storage).load(full, LoadOptions.defaults(), rules));
    }

    /** A delta that has been read and is whole. */
    public static final class Part {
        private final DeltaFile read;

        private Part(DeltaFile read) {
            this.read = read;
        }

        /** The file by its content. */
        public Origin origin() {
            return read.origin();
        }

        /** The backup that it says it follows; Python's say nothing. */
        public Optional<Origin> follows() {
            return link().map(Delta.Link::follows);
        }

        /** The commit that this one holds. */
        public Optional<Long> from() {
            return link().map(Delta.Link::from);
        }

        private Optional<Delta.Link> link() {
            return Optional.ofNullable(read.link());
        }
    }

    /** Reads a delta. */
    public static Part read(Storage storage, Path delta) {
        return new Part(new DatabaseFiles(storage).delta(delta, LoadOptions.defaults()));
    }

    /** The backup that holds what there is so far. */
    public Origin origin() {
        return Objects.requireNonNull(root.origin());
    }

    /** The commit, if the file tells it: neither Python's do, nor pickles. */
    public Optional<Long> sequence() {
        return root.tellsCommit() ? Optional.of(root.sequence()) : Optional.empty();
    }

    /** Whether there is no table. */
    public boolean isEmpty() {
        return root.slots().isEmpty();
    }

    /** Whether every delta so far said what it follows. */
    public boolean isLinked() {
        return linked;
    }

    /**
     * Adds the next delta, unless it leads beyond a commit. Onto a backup of ours only goes one that says what it follows.
     *
     * @param until what is wanted; its time is only asked of a delta that holds each commit
     * @param needsLink whether one that does not say what it follows is refused
     * @return how much of it is wanted
     * @throws io.dictdb.StorageException if it does not follow
     */
    public Added add(Part delta, Until until, boolean needsLink) {
        Added added = delta.read instanceof DeltaFile.Commits commits
                ? add(commits, until)
                : add(delta, until.sequence(), needsLink);
        linked &= delta.follows().isPresent() || added == Added.NOTHING;
        return added;
    }

    /** How much of a delta was wanted. */
    public enum Added {
        ALL,
        PART,
        NOTHING
    }

    private Added add(Part delta, long last, boolean needsLink) {
        Root next = new DeltaEdit(rules).onto(whole(), delta.read, needsLink || ours);
        if (next.sequence() > last) {
            return Added.NOTHING;
        }
        root = next;
        return Added.ALL;
    }

    /** Without indexes: many of them may follow each other. */
    private Added add(DeltaFile.Commits commits, Until until) {
        Root next = new DeltaEdit(rules).onto(root, commits, until);
        if (next.sequence() == root.sequence()) {
            return Added.NOTHING;
        }
        root = next;
        indexed = false;
        return next.origin() == null ? Added.PART : Added.ALL;
    }

    /**
     * Adds of a file of commits that is damaged what comes before the damage.
     *
     * @return whether that is anything
     */
    public boolean addGood(Path commits, Until until) {
        Root next = new DeltaEdit(rules).ontoDamaged(root, commits, until);
        indexed &= next == root;
        boolean any = next != root;
        root = next;
        return any;
    }

    private Root whole() {
        root = indexed ? root : root.indexed(rules.steps());
        indexed = true;
        return root;
    }

    /** The database as it is now. */
    public DictDB database() {
        return Engine.of(rules, whole());
    }
}
