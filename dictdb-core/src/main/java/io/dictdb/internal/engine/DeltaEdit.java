package io.dictdb.internal.engine;

import io.dictdb.DictDBException;
import io.dictdb.StorageException;
import io.dictdb.internal.file.BackupName;
import io.dictdb.internal.file.Origin;
import io.dictdb.internal.json.Delta;
import io.dictdb.internal.json.TableDelta;
import io.dictdb.internal.value.Arguments;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a delta onto the commit that it follows. What does not fit is a {@link StorageException}. */
final class DeltaEdit {
    private final EditRules rules;
    private int affected;

    DeltaEdit(EditRules rules) {
        this.rules = rules;
    }

    /** How many records have been changed, inserted and deleted. */
    int affected() {
        return affected;
    }

    /**
     * The commit that a delta leads to.
     *
     * @param needsLink whether one that does not say what it follows is refused
     */
    Root onto(Root root, DeltaFile delta, boolean needsLink) {
        return delta instanceof DeltaFile.Commits commits
                ? onto(root, commits, Until.END).indexed(rules.steps())
                : onto(root, (DeltaFile.Changes) delta, needsLink);
    }

    private Root onto(Root root, DeltaFile.Changes delta, boolean needsLink) {
        return following(delta, () -> {
            Arguments.require(!needsLink || delta.link() != null, "it does not say what it follows");
            requireFollows(root, delta);
            return changed(root, delta.delta()).in(delta.origin());
        });
    }

    /**
     * The commit that a delta leads to, or the last one that is wanted.
     *
     * @param root its indexes are not looked at
     * @return its indexes are empty
     */
    Root onto(Root root, DeltaFile.Commits delta, Until until) {
        return following(delta, () -> {
            requireFollows(root, delta);
            Replay replay = replayed(root.numbered(delta.header().from()), delta, until);
            affected += replay.affected();
            return replay.isWhole() ? replay.root().in(delta.origin()) : replay.root();
        });
    }

    /** What goes wrong is done again commit by commit, to find out where. */
    private Replay replayed(Root root, DeltaFile.Commits delta, Until until) {
        try {
            return replayed(delta, new Replay(rules, root, until, Replay.MOST));
        } catch (IllegalArgumentException | DictDBException e) {
            return replayed(delta, new Replay(rules, root, until));
        }
    }

    private Replay replayed(DeltaFile.Commits delta, Replay replay) {
        new DatabaseFiles(rules.storage()).replay(delta, replay);
        replay.settle();
        return replay;
    }

    /**
     * The last commit that is wanted of a file of commits that is damaged, before the damage; the same root if there is none.
     *
     * @param root its indexes are not looked at
     * @return its indexes are empty
     */
    Root ontoDamaged(Root root, Path file, Until until) {
        Replay replay = new Replay(rules, root, until);
        try {
            new DatabaseFiles(rules.storage())
                    .replay(file, header -> requireFollows(root, DeltaFile.Commits.linkOf(header)), replay);
        } catch (StorageException e) {
            // which is why it ends there
        }
        return replay.isInside() || replay.sequence() == root.sequence() ? root : replay.root();
    }

    private static Root following(DeltaFile delta, Supplier<Root> next) {
        try {
            return next.get();
        } catch (StorageException e) {
            throw e;
        } catch (IllegalArgumentException | DictDBException e) {
            throw new StorageException(delta.file() + " does not follow: " + e.getMessage(), delta.file(), e);
        }
    }

    private Root changed(Root root, Delta delta) {
        Map<String, TableState> tables = new LinkedHashMap<>();
        root.tables().forEach(state -> tables.put(state.name(), state));
        for (String name : delta.dropped()) {
            Arguments.require(tables.remove(name) != null, "it drops table '%s', which is not there", name);
        }
        for (TableDelta table : delta.tables()) {
            tables.put(table.name(), after(tables.get(table.name()), table));
        }
        Delta.Link link = delta.link();
        return Root.of(List.copyOf(tables.values())).numbered(link == null ? root.sequence() + 1 : link.sequence());
    }

    /** Ours name what they follow. Python's do not: they must be younger than the file that the database was read from, if its name tells its age. */
    private static void requireFollows(Root root, DeltaFile delta) {
        Origin origin = root.origin();
        Delta.Link link = delta.link();
        if (link == null) {
            Optional<BackupName> name = origin == null ? Optional.empty() : BackupName.of(origin.file());
            Arguments.require(name.isEmpty() || delta.at().isAfter(name.get().at()), "%s is not older", origin);
        } else {
            requireFollows(root, link);
        }
    }

    private static void requireFollows(Root root, Delta.Link link) {
        Origin origin = root.origin();
        Arguments.require(
                origin != null,
                "it follows %s; the database was not read from that, or has been changed since",
                link.follows());
        Arguments.require(
                origin != null
                        && link.follows().isSame(origin)
                        && (link.from() == root.sequence() || !root.tellsCommit()),
                "it follows %s with commit %s, and not %s with commit %s",
                link.follows(),
                link.from(),
                origin,
                root.sequence());
    }

    private TableState after(@Nullable TableState before, TableDelta delta) {
        if (before == null) {
            return created(delta);
        }
        Arguments.require(!delta.created(), "it creates table '%s', which is there", delta.name());
        requireLike(before, delta);
        TableDeltaEdit edit = new TableDeltaEdit(before, delta, rules);
        TableState after = edit.done();
        affected += edit.affected();
        return after;
    }

    private TableState created(TableDelta delta) {
        RootBuilder builder = new RootBuilder(rules, Integer.MAX_VALUE);
        TableState state = TableDeltaEdit.created(delta, builder);
        affected += state.count();
        return state;
    }

    private static void requireLike(TableState state, TableDelta delta) {
        if (delta.description() != null) {
            Arguments.require(
                    delta.description().primaryKey().equals(state.primaryKey())
                            && Schemas.same(
                                    delta.description().schema().orElse(null),
                                    state.definition().schema().orElse(null)),
                    "it is about a table '%s' with another primary key or schema",
                    delta.name());
        }
    }
}
