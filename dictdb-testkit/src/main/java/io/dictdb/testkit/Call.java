package io.dictdb.testkit;

import io.dictdb.Condition;
import io.dictdb.IndexType;
import io.dictdb.InsertOptions;
import io.dictdb.OnConflict;
import io.dictdb.Row;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change of a table as data: it can be drawn, printed, made on a database and on a model, and made again. */
public sealed interface Call {
    /**
     * Makes the change on a database's table.
     *
     * @param table the table
     * @return what the table's method returns, null for void
     */
    @Nullable
    Object on(Table table);

    /**
     * Makes the change on a model.
     *
     * @param model the model
     * @return what a table's method should return
     */
    @Nullable
    Object on(NaiveTable model);

    /**
     * Makes the change on both and compares what came back: results as by {@link Results#same(Object, Object)}, exceptions by class.
     *
     * @param table the table
     * @param model the model
     * @throws AssertionError when they differ
     */
    default void onBoth(Table table, NaiveTable model) {
        Outcome expected = Outcome.of(() -> on(model));
        expected.require(this, Outcome.of(() -> on(table)));
    }

    /**
     * {@code insert(record)}.
     *
     * @param record the record
     */
    record Insert(Map<String, ?> record) implements Call {
        @Override
        public Object on(Table table) {
            return table.insert(record);
        }

        @Override
        public Object on(NaiveTable model) {
            return model.insert(List.of(record), false).get(0);
        }

        @Override
        public String toString() {
            return "insert(" + Literal.of(record) + ")";
        }
    }

    /**
     * {@code insert(records)}, the list repeated so many times over.
     *
     * @param records the records
     * @param times how many times
     * @param skipValidation whether the schema is not looked at
     */
    record InsertMany(List<? extends Map<String, ?>> records, int times, boolean skipValidation) implements Call {
        @Override
        public Object on(Table table) {
            InsertOptions options = InsertOptions.defaults().batchSize(7).skipValidation(skipValidation);
            return times == 1 && !skipValidation ? table.insert(records) : table.insert(repeated(), options);
        }

        @Override
        public Object on(NaiveTable model) {
            return model.insert(repeated(), skipValidation);
        }

        private List<Map<String, ?>> repeated() {
            List<Map<String, ?>> repeated = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                repeated.addAll(records);
            }
            return repeated;
        }

        @Override
        public String toString() {
            return "insert(" + Literal.of(records) + (times == 1 ? "" : " x " + times)
                    + (skipValidation ? ", skipValidation)" : ")");
        }
    }

    /**
     * {@code upsert(record, policy)}.
     *
     * @param record the record
     * @param policy what to do when its key is there
     */
    record Upsert(Map<String, ?> record, OnConflict policy) implements Call {
        @Override
        public Object on(Table table) {
            return policy == OnConflict.UPDATE ? table.upsert(record) : table.upsert(record, policy);
        }

        @Override
        public Object on(NaiveTable model) {
            return model.upsert(record, policy);
        }

        @Override
        public String toString() {
            return "upsert(" + Literal.of(record) + ", " + policy + ")";
        }
    }

    /**
     * {@code update(changes, where)} or {@code updateIfAny}.
     *
     * @param changes what to merge
     * @param where into which records
     * @param ifAny whether none is no mistake
     */
    record Update(Map<String, ?> changes, Condition where, boolean ifAny) implements Call {
        @Override
        public Object on(Table table) {
            return ifAny ? table.updateIfAny(changes, where) : table.update(changes, where);
        }

        @Override
        public Object on(NaiveTable model) {
            return model.update(changes, where, ifAny);
        }

        @Override
        public String toString() {
            return (ifAny ? "updateIfAny(" : "update(") + Literal.of(changes) + ", " + where + ")";
        }
    }

    /**
     * {@code update(change, where)} with a function.
     *
     * @param label what the function does
     * @param change the function
     * @param where for which records
     */
    record UpdateBy(String label, Function<? super Row, ? extends Map<String, ?>> change, Condition where)
            implements Call {
        @Override
        public Object on(Table table) {
            return table.update(change, where);
        }

        @Override
        public Object on(NaiveTable model) {
            return model.update(change, where, false);
        }

        @Override
        public String toString() {
            return "update(row -> " + label + ", " + where + ")";
        }
    }

    /**
     * {@code delete(where)} or {@code deleteIfAny}.
     *
     * @param where which records
     * @param ifAny whether none is no mistake
     */
    record Delete(Condition where, boolean ifAny) implements Call {
        @Override
        public Object on(Table table) {
            return ifAny ? table.deleteIfAny(where) : table.delete(where);
        }

        @Override
        public Object on(NaiveTable model) {
            return model.delete(where, ifAny);
        }

        @Override
        public String toString() {
            return (ifAny ? "deleteIfAny(" : "delete(") + where + ")";
        }
    }

    /** {@code clear()}. */
    record Clear() implements Call {
        @Override
        public Object on(Table table) {
            return table.clear();
        }

        @Override
        public Object on(NaiveTable model) {
            return model.clear();
        }

        @Override
        public String toString() {
            return "clear()";
        }
    }

    /**
     * {@code createIndex(field, type)}.
     *
     * @param field the field
     * @param type the type
     */
    record CreateIndex(String field, IndexType type) implements Call {
        @Override
        public @Nullable Object on(Table table) {
            table.createIndex(field, type);
            return null;
        }

        @Override
        public @Nullable Object on(NaiveTable model) {
            model.createIndex(field);
            return null;
        }

        @Override
        public String toString() {
            return "createIndex(" + Literal.of(field) + ", " + type + ")";
        }
    }

    /**
     * {@code dropIndex(field)}.
     *
     * @param field the field
     */
    record DropIndex(String field) implements Call {
        @Override
        public @Nullable Object on(Table table) {
            table.dropIndex(field);
            return null;
        }

        @Override
        public @Nullable Object on(NaiveTable model) {
            model.dropIndex(field);
            return null;
        }

        @Override
        public String toString() {
            return "dropIndex(" + Literal.of(field) + ")";
        }
    }
}
