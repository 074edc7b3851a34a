package io.dictdb.transaction;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.DuplicateKeyException;
import io.dictdb.DuplicateTableException;
import io.dictdb.IndexType;
import io.dictdb.Row;
import io.dictdb.Schema;
import io.dictdb.Table;
import io.dictdb.TableNotFoundException;
import io.dictdb.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a transaction is for the one who runs it, and for those who look on. */
class TransactionTest {
    private final DictDB db = DictDB.create();
    private final Table a = db.createTable("a");
    private final Table b = db.createTable("b");

    @Test
    void changesOfAllTablesAreCommittedTogetherAsOneCommit() {
        long before = db.sequence();
        Object key = db.transaction(tx -> {
            tx.getTable("a").insert(Map.of("n", 1));
            return tx.getTable("b").insert(Map.of("n", 2));
        });
        assertThat(key).isEqualTo(1L);
        assertThat(a.count()).isEqualTo(1);
        assertThat(b.get(1).orElseThrow().getInt("n")).isEqualTo(2);
        assertThat(db.sequence()).isEqualTo(before + 1);
    }

    @Test
    void whatTheWorkThrowsUndoesItAllAndIsThrownOn() {
        a.insert(Map.of("n", 1));
        long before = db.sequence();
        IllegalStateException thrown = new IllegalStateException("enough");
        assertThatThrownBy(() -> db.transact(tx -> {
                    tx.getTable("a").update(Map.of("n", 2), all());
                    tx.getTable("a").insert(Map.of("n", 3));
                    tx.dropTable("b");
                    tx.createTable("c");
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(a.all()).extracting(row -> row.getInt("n")).containsExactly(1);
        assertThat(db.listTables()).containsExactly("a", "b");
        assertThat(db.sequence()).isEqualTo(before);
        assertThat(a.insert(Map.of("n", 4)))
                .as("the key's counter has not moved")
                .isEqualTo(2L);
    }

    @Test
    void theWorkSeesItsOwnChangesAndOthersDoNot() {
        db.transact(tx -> {
            Table mine = tx.getTable("a");
            mine.createIndex("n", IndexType.SORTED);
            mine.insert(List.of(Map.of("n", 1), Map.of("n", 2)));
            mine.update(row -> Map.of("n", row.getInt("n") * 10), field("n").gt(1));
            assertThat(mine.select(field("n").ge(5)).count()).isEqualTo(1);
            assertThat(mine.aggregate(sum("n").as("n")).row().getLong("n")).isEqualTo(21);
            assertThat(mine.get(2).orElseThrow().getInt("n")).isEqualTo(20);
            assertThat(Elsewhere.call(a::count)).isZero();
            assertThat(Elsewhere.call(a::indexedFields)).isEmpty();
        });
        assertThat(a.count()).isEqualTo(2);
        assertThat(a.indexedFields()).containsExactly("n");
    }

    @Test
    void theWorkSeesOneCommitPointWhateverOthersDo() {
        a.insert(Map.of("n", 1));
        db.transaction(tx -> {
            Elsewhere.run(() -> {
                b.insert(Map.of("n", 1));
                db.createTable("c");
                a.clear();
            });
            assertThat(tx.getTable("a").count()).isEqualTo(1);
            assertThat(tx.getTable("b").count()).isZero();
            return assertThat(tx.listTables()).containsExactly("a", "b");
        });
        assertThat(a.count()).isZero();
    }

    @Test
    void tablesComeAndGoWithIt() {
        Schema schema = Schema.builder().field("name", String.class).build();
        db.transact(tx -> {
            tx.dropTable("a");
            Table fresh = tx.createTable("a", "name", schema);
            fresh.insert(Map.of("name", "Ada"));
            tx.createTable("c");
            assertThat(tx.listTables()).containsExactly("b", "a", "c");
            assertThatThrownBy(() -> tx.createTable("c")).isInstanceOf(DuplicateTableException.class);
            assertThat(Elsewhere.call(db::listTables)).containsExactly("a", "b");
        });
        assertThat(db.listTables()).containsExactly("b", "a", "c");
        assertThat(db.getTable("a").get("Ada")).isPresent();
        assertThatThrownBy(a::count).isInstanceOf(TableNotFoundException.class);
    }

    @Test
    void aCallThatFailsInsideIsUndoneByItselfAndTheWorkMayGoOn() {
        a.insert(Map.of("id", 7));
        db.transact(tx -> {
            Table mine = tx.getTable("a");
            mine.insert(Map.of("id", 8));
            assertThatThrownBy(() -> mine.insert(List.of(Map.of("id", 9), Map.of("id", 7))))
                    .isInstanceOf(DuplicateKeyException.class);
            mine.insert(Map.of("id", 10));
        });
        assertThat(a.all()).extracting(row -> row.getInt("id")).containsExactly(7, 8, 10);
    }

    @Test
    void whateverIsDoneWithTheDatabaseInItsThreadBelongsToIt() {
        a.insert(Map.of("n", 1));
        var larger = a.select(field("n").gt(1));
        assertThatThrownBy(() -> db.transact(tx -> {
                    a.update(Map.of("n", 5), all());
                    db.createTable("c").insert(Map.of("n", 1));
                    assertThat(larger.count()).isEqualTo(1);
                    assertThat(tx.getTable("a").get(1).orElseThrow().getInt("n"))
                            .isEqualTo(5);
                    assertThat(tx.listTables()).contains("c");
                    assertThat(db.snapshot().getTable("a").get(1).orElseThrow().getInt("n"))
                            .as("a snapshot shows commits alone")
                            .isEqualTo(1);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(larger.count()).isZero();
        assertThat(db.listTables()).containsExactly("a", "b");
    }

    @Test
    void aTransactionInsideJoinsAndIsUndoneByItselfWhenItThrows() {
        long before = db.sequence();
        db.transact(outer -> {
            a.insert(Map.of("n", 1));
            assertThatThrownBy(() -> db.transact(inner -> {
                        inner.getTable("a").insert(Map.of("n", 2));
                        inner.createTable("c");
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");
            assertThat(outer.listTables()).containsExactly("a", "b");
            db.transact(inner -> inner.getTable("b").insert(Map.of("n", 3)));
        });
        assertThat(a.all()).extracting(row -> row.getInt("n")).containsExactly(1);
        assertThat(b.count()).isEqualTo(1);
        assertThat(db.sequence()).isEqualTo(before + 1);
    }

    @Test
    void aTransactionInsideEndsWithItsWork() {
        db.transact(outer -> {
            List<Table> inside = new ArrayList<>();
            db.transact(inner -> inside.add(inner.getTable("a")));
            assertThatThrownBy(() -> inside.get(0).insert(Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ended");
            outer.getTable("a").insert(Map.of());
        });
        assertThat(a.count()).isEqualTo(1);
    }

    @Test
    void aTransactionInOneDatabaseIsNoneInAnother() {
        DictDB other = DictDB.create();
        Table table = other.createTable("t");
        assertThatThrownBy(() -> db.transact(tx -> {
                    table.insert(Map.of());
                    other.transact(inner -> inner.getTable("t").insert(Map.of()));
                    a.insert(Map.of());
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(table.count()).isEqualTo(2);
        assertThat(a.count()).isZero();
    }

    @Test
    void readingAloneCommitsNothing() {
        a.insert(Map.of("n", 1));
        long before = db.sequence();
        assertThat(db.<Integer>transaction(tx -> tx.getTable("a").count())).isEqualTo(1);
        assertThat(db.<String>transaction(tx -> null)).isNull();
        assertThat(db.sequence()).isEqualTo(before);
    }

    @Test
    void itEndsWithItsWorkAndBelongsToItsThread() {
        AtomicReference<Transaction> kept = new AtomicReference<>();
        List<Table> tables = new ArrayList<>();
        List<Stream<Row>> streams = new ArrayList<>();
        db.transact(tx -> {
            kept.set(tx);
            Table mine = tx.getTable("a");
            mine.insert(List.of(Map.of("n", 1), Map.of("n", 2)));
            tables.add(mine);
            streams.add(mine.select().stream());
            assertThatThrownBy(() -> Elsewhere.run(mine::count))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("thread");
        });
        assertThatThrownBy(() -> kept.get().listTables())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended");
        assertThatThrownBy(() -> tables.get(0).insert(Map.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tables.get(0).select().list()).isInstanceOf(IllegalStateException.class);
        assertThat(streams.get(0)).extracting(row -> row.getInt("n")).containsExactly(1, 2);
    }

    @Test
    void codeOfTheCallerInsideMayCallTheDatabase() {
        a.insert(List.of(Map.of("n", 1), Map.of("n", 2)));
        db.transact(tx -> tx.getTable("a")
                .update(
                        row -> {
                            b.insert(Map.of("of", row.getInt("n")));
                            return Map.of("n", a.count());
                        },
                        all()));
        assertThat(a.all()).extracting(row -> row.getInt("n")).containsExactly(2, 2);
        assertThat(b.count()).isEqualTo(2);
    }

    @Test
    void aClosedDatabaseRefusesIt() {
        assertThatThrownBy(() -> db.transact(tx -> {
                    a.insert(Map.of());
                    db.close();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> db.transact(tx -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
