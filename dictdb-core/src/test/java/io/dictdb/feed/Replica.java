package io.dictdb.feed;

import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.Change;
import io.dictdb.Commit;
import io.dictdb.DictDB;
import io.dictdb.Table;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Another database that does what it is told. Refuses commits that do not follow. */
final class Replica implements Consumer<Commit> {
    final DictDB db = DictDB.create();
    private long sequence;

    Replica(long sequence) {
        this.sequence = sequence;
    }

    @Override
    public void accept(Commit commit) {
        assertThat(commit.sequence()).isEqualTo(sequence + 1);
        sequence = commit.sequence();
        db.transact(tx -> commit.changes().forEach(this::make));
    }

    private void make(Change change) {
        if (change instanceof Change.TableCreated created) {
            create(created.description());
        } else if (change instanceof Change.TableDropped) {
            db.dropTable(change.table());
        } else {
            make(change, db.getTable(change.table()));
        }
    }

    private void create(TableDescription description) {
        Table table = description
                .schema()
                .map(schema -> db.createTable(description.name(), description.primaryKey(), schema))
                .orElseGet(() -> db.createTable(description.name(), description.primaryKey()));
        index(table, description.indexes());
    }

    private static void index(Table table, List<IndexDescription> indexes) {
        Set<String> wanted = new HashSet<>();
        indexes.forEach(index -> wanted.add(index.field()));
        List.copyOf(table.indexedFields()).stream()
                .filter(name -> !wanted.contains(name))
                .forEach(table::dropIndex);
        indexes.forEach(index -> table.createIndex(index.field(), index.type()));
    }

    private static void make(Change change, Table table) {
        if (change instanceof Change.Put put) {
            table.upsert(put.record());
        } else if (change instanceof Change.Deleted deleted) {
            table.delete(field(table.primaryKey()).eq(deleted.key()));
        } else if (change instanceof Change.Cleared) {
            table.clear();
        } else if (change instanceof Change.IndexesChanged changed) {
            index(table, changed.indexes());
        } else {
            assertThat(change).isInstanceOf(Change.KeysUsed.class);
        }
    }
}
