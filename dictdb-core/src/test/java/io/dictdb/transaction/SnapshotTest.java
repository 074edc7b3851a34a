package io.dictdb.transaction;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Snapshot;
import io.dictdb.Table;
import io.dictdb.TableNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A snapshot stays what it was, whatever becomes of the database. */
class SnapshotTest {
    private final DictDB db = DictDB.create();
    private final Table people = db.createTable("people");

    @Test
    void allTablesStayAtOneCommitPoint() {
        Table pets = db.createTable("pets");
        people.createIndex("age", IndexType.SORTED);
        people.insert(List.of(Map.of("age", 36), Map.of("age", 85)));
        Snapshot snapshot = db.snapshot();
        pets.insert(Map.of("name", "Rex"));
        people.update(Map.of("age", 1), all());
        people.delete(field("id").eq(1));
        people.dropIndex("age");
        people.createIndex("name");
        db.createTable("later");
        db.dropTable("pets");
        assertThat(snapshot.listTables()).containsExactly("people", "pets");
        assertThat(snapshot.getTable("pets").count()).isZero();
        Table then = snapshot.getTable("people");
        assertThat(then.select(field("age").gt(40)).list()).hasSize(1);
        assertThat(then.indexedFields()).containsExactly("age");
        assertThat(then.aggregate(count()).row().getInt("count")).isEqualTo(2);
        assertThat(then.get(1)).isPresent();
        assertThat(then.columns()).containsExactly("age", "id");
        assertThatThrownBy(() -> snapshot.getTable("later")).isInstanceOf(TableNotFoundException.class);
    }

    @Test
    void tellsItsCommit() {
        people.insert(Map.of());
        Snapshot snapshot = db.snapshot();
        people.insert(Map.of());
        assertThat(snapshot.sequence()).isEqualTo(2);
        assertThat(db.sequence()).isEqualTo(3);
        assertThat(snapshot).hasToString("Snapshot(2)");
    }

    @Test
    void outlivesTheDatabaseAndEndsWhenClosed() {
        people.insert(Map.of("age", 36));
        Snapshot snapshot = db.snapshot();
        Table then = snapshot.getTable("people");
        db.close();
        assertThat(then.count()).isEqualTo(1);
        snapshot.close();
        snapshot.close();
        assertThatThrownBy(snapshot::listTables)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(then::count).isInstanceOf(IllegalStateException.class);
        assertThat(snapshot).hasToString("Snapshot(closed)");
    }

    static final List<Consumer<Table>> CHANGES = List.of(
            t -> t.insert(Map.of()),
            t -> t.insert(List.of(Map.of())),
            t -> t.upsert(Map.of()),
            t -> t.update(Map.of("a", 1), all()),
            t -> t.updateIfAny(Map.of("a", 1), field("none").eq(1)),
            t -> t.update(row -> Map.of(), all()),
            t -> t.delete(all()),
            t -> t.deleteIfAny(field("none").eq(1)),
            Table::clear,
            t -> t.createIndex("a"),
            t -> t.dropIndex("a"));

    @ParameterizedTest
    @FieldSource("CHANGES")
    void refusesChanges(Consumer<Table> change) {
        people.insert(Map.of("a", 0));
        Table then = db.snapshot().getTable("people");
        assertThatThrownBy(() -> change.accept(then))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("snapshot");
    }

    @Test
    void theyMayBeHeldForLong() {
        for (int i = 1; i <= 300; i++) {
            people.insert(Map.of("n", i));
        }
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            snapshots.add(db.snapshot());
            people.delete(field("id").eq(i));
        }
        for (int i = 0; i < 300; i++) {
            assertThat(snapshots.get(i).getTable("people").count()).isEqualTo(300 - i);
        }
    }
}
