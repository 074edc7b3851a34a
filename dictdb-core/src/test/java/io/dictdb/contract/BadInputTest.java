package io.dictdb.contract;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dictdb.DictDB;
import io.dictdb.DictDBException;
import io.dictdb.DuplicateKeyException;
import io.dictdb.DuplicateTableException;
import io.dictdb.InsertOptions;
import io.dictdb.OnConflict;
import io.dictdb.RecordNotFoundException;
import io.dictdb.Row;
import io.dictdb.Table;
import io.dictdb.TableNotFoundException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each misuse of tables, records and queries raises the exception that the contract names, and the exception says what it was about. */
class BadInputTest {
    private final DictDB db = DictDB.create();
    private final Table users = db.createTable("users");

    @Test
    void aTableNameThatIsTaken() {
        DuplicateTableException e = thrown(DuplicateTableException.class, () -> db.createTable("users", "key"));
        assertThat(e).hasMessageContaining("users");
        assertThat(e.table()).isEqualTo("users");
        assertThat(db.getTable("users").primaryKey()).isEqualTo("id");
    }

    @Test
    void aTableThatIsNotThere() {
        assertNoTable("nope", () -> db.getTable("nope"));
        assertNoTable("nope", () -> db.dropTable("nope"));
    }

    @Test
    void aTableThatHasBeenDropped() {
        users.insert(Map.of("name", "Ada"));
        db.dropTable("users");
        assertNoTable("users", users::count);
        assertNoTable("users", users::all);
        assertNoTable("users", () -> users.insert(Map.of("name", "Bob")));
        assertNoTable("users", () -> users.select().list());
        assertNoTable("users", () -> users.get(1));
        assertNoTable("users", () -> users.createIndex("name"));
        db.createTable("users");
        assertNoTable("users", users::count);
    }

    private static void assertNoTable(String name, ThrowingCallable call) {
        TableNotFoundException e = thrown(TableNotFoundException.class, call);
        assertThat(e).hasMessageContaining(name);
        assertThat(e.table()).isEqualTo(name);
    }

    @Test
    void aKeyThatIsThere() {
        users.insert(Map.of("id", 7, "name", "Ada"));
        assertDuplicate(() -> users.insert(Map.of("id", 7)));
        assertDuplicate(() -> users.insert(Map.of("id", 7.0)));
        assertDuplicate(() -> users.insert(List.of(Map.of("id", 8), Map.of("id", 7))));
        assertDuplicate(() ->
                users.insert(List.of(Map.of("id", 7)), InsertOptions.defaults().skipValidation(true)));
        assertDuplicate(() -> users.upsert(Map.of("id", 7), OnConflict.ERROR));
        assertThat(users.all()).hasSize(1);
    }

    @Test
    void aKeyTwiceInOneList() {
        assertDuplicate(() -> users.insert(List.of(Map.of("id", 7), Map.of("id", 7))));
        assertThat(users.count()).isZero();
    }

    private static void assertDuplicate(ThrowingCallable call) {
        DuplicateKeyException e = thrown(DuplicateKeyException.class, call);
        assertThat(e).hasMessageContaining("users").hasMessageContaining("7");
        assertThat(e.table()).isEqualTo("users");
        assertThat(((Number) e.key()).longValue()).isEqualTo(7L);
    }

    @Test
    void changesThatMatchNothing() {
        assertNoRecord(() -> users.update(Map.of("name", "Bob"), all()));
        assertNoRecord(
                () -> users.update(row -> Map.of("name", "Bob"), field("id").eq(9)));
        assertNoRecord(() -> users.delete(field("name").eq("nobody")));
        assertNoRecord(() -> users.select().one());
        assertThat(users.updateIfAny(Map.of("name", "Bob"), all())).isZero();
        assertThat(users.deleteIfAny(all())).isZero();
    }

    private static void assertNoRecord(ThrowingCallable call) {
        RecordNotFoundException e = thrown(RecordNotFoundException.class, call);
        assertThat(e).hasMessageContaining("users");
        assertThat(e.table()).isEqualTo("users");
    }

    @Test
    void oneOfSeveral() {
        users.insert(List.of(Map.of("name", "Ada"), Map.of("name", "Bob")));
        assertThatIllegalStateException().isThrownBy(() -> users.select().one());
        assertThatIllegalStateException()
                .isThrownBy(() -> users.aggregate(count()).groupBy("name").row());
    }

    @Test
    void numbersThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> users.select().limit(-1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> users.select().offset(-3))
                .withMessageContaining("-3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> users.aggregate(count()).limit(-2))
                .withMessageContaining("-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InsertOptions.defaults().batchSize(0))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InsertOptions.defaults().batchSize(-5))
                .withMessageContaining("-5");
    }

    @Test
    void rowsReadAsWhatTheyAreNot() {
        users.insert(Map.of("name", "Ada", "big", 1L << 40, "flag", true));
        Row row = users.all().get(0);
        assertThat(thrown(ClassCastException.class, () -> row.getInt("name")))
                .hasMessageContaining("name")
                .hasMessageContaining("String");
        assertThat(thrown(ClassCastException.class, () -> row.getString("flag")))
                .hasMessageContaining("flag")
                .hasMessageContaining("Boolean");
        thrown(ArithmeticException.class, () -> row.getInt("big"));
        assertThat(row.getInt("missing")).isNull();
    }

    @Test
    void rowsAndListsAreNotForChanging() {
        users.insert(Map.of("tags", List.of("a"), "map", Map.of("k", 1)));
        Row row = users.all().get(0);
        thrown(UnsupportedOperationException.class, () -> row.put("name", "Bob"));
        thrown(UnsupportedOperationException.class, row::clear);
        thrown(UnsupportedOperationException.class, () -> row.keySet().remove("id"));
        thrown(UnsupportedOperationException.class, () -> ((List<?>) row.get("tags")).clear());
        thrown(UnsupportedOperationException.class, () -> ((Map<?, ?>) row.get("map")).clear());
        thrown(UnsupportedOperationException.class, () -> users.all().clear());
        thrown(UnsupportedOperationException.class, () -> users.select().list().clear());
        thrown(UnsupportedOperationException.class, () -> db.listTables().clear());
    }

    @Test
    void aClosedDatabase() {
        db.close();
        db.close();
        assertThatIllegalStateException().isThrownBy(db::listTables);
        assertThatIllegalStateException().isThrownBy(() -> db.createTable("other"));
        assertThatIllegalStateException().isThrownBy(() -> users.insert(Map.of("name", "Ada")));
    }

    @Test
    void everyExceptionOfOursHasOneRootAndIsUnchecked() {
        assertThat(List.of(
                        DuplicateKeyException.class,
                        DuplicateTableException.class,
                        TableNotFoundException.class,
                        RecordNotFoundException.class))
                .allSatisfy(type -> assertThat(type).isAssignableTo(DictDBException.class));
        assertThat(RuntimeException.class).isAssignableFrom(DictDBException.class);
    }

    private static <X extends Throwable> X thrown(Class<X> type, ThrowingCallable call) {
        X e = catchThrowableOfType(type, call);
        assertThat(e).as("an exception of %s", type).isNotNull();
        return e;
    }
}
