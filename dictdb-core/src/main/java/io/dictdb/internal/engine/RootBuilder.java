package io.dictdb.internal.engine;

import io.dictdb.DuplicateKeyException;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.value.Arguments;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Limits;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.Values;
import io.dictdb.spi.DatabaseBuilder;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableBuilder;
import io.dictdb.spi.TableDescription;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a root of tables that come record by record. Indexes are built at the end, on as many processors as there are. */
final class RootBuilder implements DatabaseBuilder {
    private final EditRules rules;
    private final int maxRecords;
    private final List<Filling> tables = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private long sequence;
    private int records;

    RootBuilder(EditRules rules, int maxRecords) {
        this.rules = rules;
        this.maxRecords = maxRecords;
    }

    @Override
    public void sequence(long number) {
        sequence = Limits.checkCommit(number);
    }

    @Override
    public TableBuilder table(TableDescription description) {
        Filling table = new Filling(description);
        Root.refuseTaken(!names.add(description.name()), description.name());
        tables.add(table);
        return table;
    }

    Root done() {
        return Root.of(tables.stream().map(Filling::done).toList()).numbered(sequence);
    }

    private final class Filling implements TableBuilder {
        private final TableDescription description;
        private final TableEdit edit;

        Filling(TableDescription description) {
            this.description = description;
            TableState empty = TableState.empty(TableDefinition.of(description));
            this.edit = new TableEdit(empty, rules, Page.ROWS + 1);
            used(description.highestKey());
        }

        @Override
        public void add(Map<String, ? extends @Nullable Object> record) {
            Arguments.require(records < maxRecords, "there are more records than %s", maxRecords);
            records++;
            FrozenMap copy = record instanceof FrozenMap frozen ? frozen : FrozenMap.record(record);
            Object key = copy.inner(description.primaryKey());
            Arguments.require(
                    key != null,
                    "table '%s': a record has no %s, its primary key",
                    description.name(),
                    description.primaryKey());
            insert(copy, Objects.requireNonNull(key));
        }

        private void insert(FrozenMap record, Object key) {
            try {
                edit.insert(record);
            } catch (DuplicateKeyException e) {
                String message = "table '" + description.name() + "': two records with " + description.primaryKey()
                        + " " + Literals.of(key);
                throw new DuplicateKeyException(message, description.name(), key);
            }
        }

        @Override
        public void used(Number key) {
            Object number = Values.in("highest key", Arguments.notNull(key, "key"));
            Arguments.require(
                    number instanceof Long || number instanceof BigInteger,
                    "the highest key is an integer, not %s",
                    key);
            edit.use((Number) Objects.requireNonNull(number));
        }

        TableState done() {
            TableState state = edit.done();
            List<IndexDescription> wanted = Indexes.wanted(description);
            wanted.forEach(index -> Limits.checkName(index.field()));
            return state.indexed(wanted, rules.steps());
        }
    }
}
