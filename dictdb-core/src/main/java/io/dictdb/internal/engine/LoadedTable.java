package io.dictdb.internal.engine;

import io.dictdb.internal.image.TablePart;
import io.dictdb.internal.index.FieldIndex;
import io.dictdb.internal.index.KeyIndex;
import io.dictdb.internal.value.Arguments;
import io.dictdb.spi.IndexDescription;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Makes a table's state of its pages: what can be worked out from them is not in a file. */
final class LoadedTable {
    private final TablePart part;
    private final TableDefinition definition;
    private final Steps steps;

    LoadedTable(TablePart part, Steps steps) {
        this.part = part;
        this.definition = TableDefinition.of(part.description());
        this.steps = steps;
    }

    /** The keys and each index are built beside each other: each takes about as long. */
    TableState state() {
        List<IndexDescription> wanted = Indexes.wanted(part.description());
        List<Object> built = IntStream.rangeClosed(0, wanted.size())
                .parallel()
                .<Object>mapToObj(i -> i == 0 ? keys() : index(wanted.get(i - 1)))
                .toList();
        return state(
                (Keys) built.get(0),
                Indexes.of(built.stream().skip(1).map(Indexes.Named.class::cast).toList()));
    }

    /** The same with indexes that are empty. */
    TableState unindexed() {
        return state(keys(), Indexes.empty(Indexes.wanted(part.description())));
    }

    private TableState state(Keys keys, Indexes indexes) {
        return new TableState(
                definition,
                part.pages(),
                part.count(),
                part.nextRow(),
                keys.index,
                indexes,
                keys.highest,
                Tally.NONE,
                0);
    }

    private Indexes.Named index(IndexDescription index) {
        steps.at("build index");
        FieldIndex built = TableEdit.build(part.pages(), part.count(), index.field(), index.type());
        return new Indexes.Named(index.field(), built);
    }

    private Keys keys() {
        FieldValues all = FieldValues.of(part.pages(), part.count(), definition.primaryKey);
        Number highest = KeySequence.highest(0L, part.description().highestKey()); // automatic keys begin with 1
        for (Object key : all.values()) {
            Arguments.require(key != null, "table '%s': a record has no primary key", definition.name);
            KeySequence.refuseUnusable(definition, Objects.requireNonNull(key));
            highest = KeySequence.highest(highest, key);
        }
        return new Keys(unique(all), highest);
    }

    @SuppressWarnings("NullAway") // no key is null any more
    private KeyIndex unique(FieldValues all) {
        try {
            return KeyIndex.build(all.values(), all.rows(), part.count());
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("table '" + definition.name + "': " + e.getMessage(), e);
        }
    }

    private record Keys(KeyIndex index, Number highest) {}
}
