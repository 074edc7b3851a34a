package io.dictdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.Table;
import io.dictdb.TransactionConflictException;
import io.dictdb.TransactionOptions;
import io.dictdb.internal.engine.Engine;
import io.dictdb.internal.engine.Integrity;
import io.dictdb.internal.engine.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/*
 * A committed transaction is as if it had happened all at once, after everything that was committed before it. A table gets a history; a transaction makes
 * calls and asks questions; somewhere in between another thread makes calls of its own. The transaction has one attempt. If it is committed, a model that makes the
 * others' calls first and then the transaction's, one after the other, must come to the same results, answers, records, order, indexes and keys; if not, to what
 * the others' calls alone come to. Both must happen often, or the test would show nothing. Some tables renumber their rows in between.
 */
class TransactionsAreSerialTest {
    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** A call or a question. */
    private record Step(@Nullable Call call, @Nullable Query query) {
        void on(Table table, List<Outcome> outcomes) {
            outcomes.add(Outcome.of(
                    () -> call != null ? call.on(table) : query.on(table).list()));
        }

        /** Makes the step on the model, which must come to the same. */
        void require(NaiveTable model, Outcome actual) {
            if (call != null) {
                Outcome.of(() -> call.on(model)).require(call, actual);
            } else {
                assertThat(actual.thrown()).as("%s", query).isNull();
                @SuppressWarnings("unchecked")
                List<Row> rows = (List<Row>) actual.value();
                Results.requireSame(query.toString(), model.list(query), rows);
            }
        }

        @Override
        public String toString() {
            return call != null ? call.toString() : "ask " + query;
        }
    }

    private record Meeting(
            Vocabulary words, List<Call> history, List<Step> mine, List<Call> others, int place, int lastRow) {
        @Override
        public String toString() {
            return "%s%n after %s%n  transaction %s%n  others at %d %s%n  renumbering after %d"
                    .formatted(words, history, mine, place, others, lastRow);
        }
    }

    @Test
    void withOneTableAndAnythingInBetween() {
        Property.named("transactions-are-serial").runs(3_000).check(meetings(), this::check);
        assertThat(committed.get())
                .as("%s committed, %s refused", committed, refused)
                .isGreaterThan(refused.get() / 4);
        assertThat(refused.get())
                .as("%s committed, %s refused", committed, refused)
                .isGreaterThan(committed.get() / 20);
    }

    private static Gen<Meeting> meetings() {
        return c -> {
            Vocabulary words = Vocabulary.of("id", Gen.of(Kind.SMALL, Kind.LETTERS, Kind.BITS), "a", "b")
                    .draw(c);
            List<Call> history = new ArrayList<>(Calls.growing(words).list(0, 6).draw(c));
            if (c.weighted(4, 1) == 1) {
                history.add(Calls.flood(words).draw(c));
            }
            List<Step> mine = steps(words).list(0, 5).draw(c);
            List<Call> others = Calls.any(words).list(0, 3).draw(c);
            int lastRow = c.weighted(3, 1) == 0 ? Integer.MAX_VALUE - 512 : 300 + (int) c.upTo(2_000);
            return new Meeting(words, history, mine, others, (int) c.upTo(5), lastRow);
        };
    }

    private static Gen<Step> steps(Vocabulary words) {
        Gen<Call> calls = Calls.any(words);
        Gen<Query> queries = Query.over(words);
        return c -> c.weighted(2, 1) == 0 ? new Step(calls.draw(c), null) : new Step(null, queries.draw(c));
    }

    private void check(Meeting meeting) {
        try (DictDB db = Engine.create(Steps.NONE, meeting.lastRow)) {
            Table table = db.createTable("t", meeting.words.primaryKey());
            NaiveTable model = new NaiveTable(meeting.words.primaryKey(), null);
            meeting.history.forEach(call -> call.onBoth(table, model));
            List<Outcome> outcomes = new ArrayList<>();
            Table log = db.createTable("log");
            boolean done = committed(db, tx -> {
                run(meeting, table, model, outcomes);
                log.insert(Map.of());
            });
            assertThat(log.count()).isEqualTo(done ? 1 : 0);
            for (int i = 0; done && i < outcomes.size(); i++) {
                meeting.mine.get(i).require(model, outcomes.get(i));
            }
            (done ? committed : refused).incrementAndGet();
            Results.requireSame("contents", model.rows(), table.all());
            assertThat(table.indexedFields()).isEqualTo(model.indexedFields());
            assertThat(Integrity.verify(db)).isEmpty();
            new Call.Insert(Map.of()).onBoth(table, model);
        }
    }

    /** Makes the transaction's steps, and the others' in between, those on the model too. */
    private static void run(Meeting meeting, Table table, NaiveTable model, List<Outcome> outcomes) {
        int place = Math.min(meeting.place, meeting.mine.size());
        meeting.mine.subList(0, place).forEach(step -> step.on(table, outcomes));
        CompletableFuture.runAsync(
                        () -> meeting.others.forEach(call -> call.onBoth(table, model)),
                        command -> new Thread(command).start())
                .join();
        meeting.mine.subList(place, meeting.mine.size()).forEach(step -> step.on(table, outcomes));
    }

    private static boolean committed(DictDB db, Consumer<Object> work) {
        try {
            db.transact(TransactionOptions.defaults().attempts(1), work);
            return true;
        } catch (TransactionConflictException e) {
            return false;
        }
    }
}
