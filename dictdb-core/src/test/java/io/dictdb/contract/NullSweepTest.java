package io.dictdb.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dictdb.Aggregate;
import io.dictdb.Aggregate.Function;
import io.dictdb.Aggregation;
import io.dictdb.Condition;
import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.Field;
import io.dictdb.FileFormat;
import io.dictdb.InsertOptions;
import io.dictdb.LoadOptions;
import io.dictdb.Order;
import io.dictdb.RecordTable;
import io.dictdb.Row;
import io.dictdb.SaveOptions;
import io.dictdb.Schema;
import io.dictdb.Select;
import io.dictdb.Table;
import io.dictdb.TransactionOptions;
import io.dictdb.Upserted;
import io.dictdb.backup.BackupManager;
import io.dictdb.backup.Retention;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Null is refused as an argument unless the parameter is marked {@code @Nullable}: every public parameter is tried. */
class NullSweepTest {
    /**
     * A record for views and mappings.
     *
     * @param id the key
     * @param v a field
     */
    record Item(@Nullable Long id, long v) {}

    private final DictDB db = DictDB.create();
    private final Table table = db.createTable("t");

    NullSweepTest() {
        table.insert(Map.of("v", 1));
    }

    @TestFactory
    Stream<DynamicTest> nullIsRefusedByTheInterfaces() {
        return Stream.of(
                        NullCall.ofMethods(DictDB.class, db),
                        NullCall.ofMethods(Table.class, table),
                        NullCall.ofMethods(Select.class, table.select()),
                        NullCall.ofMethods(Aggregation.class, table.aggregate(Dsl.count())),
                        NullCall.ofMethods(RecordTable.class, table.as(Item.class)),
                        NullCall.ofMethods(Row.class, table.all().get(0)),
                        NullCall.ofMethods(Field.class, Dsl.field("v")),
                        NullCall.ofMethods(Condition.class, Dsl.all()),
                        NullCall.ofMethods(
                                Schema.class,
                                Schema.builder().field("v", Long.class).build()),
                        NullCall.ofMethods(Schema.Builder.class, Schema.builder()),
                        NullCall.ofMethods(
                                BackupManager.Builder.class, BackupManager.builder(db, Path.of("missing.csv"))))
                .flatMap(calls -> calls.map(this::refused));
    }

    @TestFactory
    Stream<DynamicTest> nullIsRefusedByFactoriesAndOptions() {
        return Stream.of(
                        NullCall.ofMethods(Dsl.class, null),
                        NullCall.ofMethods(Schema.class, null),
                        NullCall.ofMethods(Order.class, null),
                        NullCall.ofMethods(InsertOptions.class, InsertOptions.defaults()),
                        NullCall.ofMethods(TransactionOptions.class, TransactionOptions.defaults()),
                        NullCall.ofMethods(CsvOptions.class, CsvOptions.defaults()),
                        NullCall.ofMethods(LoadOptions.class, LoadOptions.defaults()),
                        NullCall.ofMethods(SaveOptions.class, SaveOptions.defaults()),
                        NullCall.ofMethods(FileFormat.class, null),
                        NullCall.ofMethods(BackupManager.class, null),
                        NullCall.ofMethods(Retention.class, null),
                        NullCall.ofMethods(Aggregate.class, Dsl.count()))
                .flatMap(calls -> calls.map(this::refused));
    }

    @TestFactory
    Stream<DynamicTest> nullIsRefusedByRecords() {
        Stream<Class<?>> records = Stream.of(Order.class, Aggregate.class, Upserted.class);
        return Stream.concat(records, Arrays.stream(Condition.class.getPermittedSubclasses()))
                .flatMap(NullCall::ofConstructor)
                .map(this::refused);
    }

    private DynamicTest refused(NullCall call) {
        return dynamicTest(call.toString(), () -> {
            assertThat(call.thrown())
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .isNotBlank();
            assertThat(table.all()).hasSize(1);
            assertThat(db.listTables()).containsExactly("t");
        });
    }

    @Test
    void nullIsRefusedInsideLists() {
        List<Map<String, Object>> records = Collections.singletonList(null);
        assertRefused(() -> table.insert(records));
        assertRefused(() -> table.insert(records, InsertOptions.defaults()));
        assertRefused(() -> table.as(Item.class).insert(Collections.<Item>singletonList(null)));
        assertRefused(() -> table.select().orderBy(Collections.<Order>singletonList(null)));
        assertRefused(() -> table.select(Collections.singletonMap("alias", null)));
        assertRefused(() -> table.select(Collections.singletonMap(null, "v")));
        assertThat(table.all()).hasSize(1);
    }

    @Test
    void aFunctionNeedsAFieldUnlessItCounts() {
        assertRefused(() -> new Aggregate(Function.SUM, null, "sum"));
        assertRefused(() -> Dsl.max(null));
        assertThat(new Aggregate(Function.COUNT, null, "n").field()).isNull();
    }

    @Test
    void nothingIsBelowNull() {
        assertRefused(() -> Dsl.field("v").lt(null));
        assertRefused(() -> Dsl.field("v").between(null, 1));
        assertRefused(() -> Dsl.field("v").between(1, null));
        assertRefused(() -> Dsl.field("v").contains(null));
        assertThat(table.select(Dsl.field("none").eq(null)).count()).isEqualTo(1);
        assertThat(table.select(Dsl.field("none").in((Object) null)).count()).isEqualTo(1);
    }

    private static void assertRefused(Runnable call) {
        assertThat(NullCall.thrownBy(call)).isInstanceOf(IllegalArgumentException.class);
    }
}
