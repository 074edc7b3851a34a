package io.dictdb.internal.engine;

import io.dictdb.Row;
import io.dictdb.internal.event.QueryEvent;
import io.dictdb.internal.log.Log;
import io.dictdb.internal.query.Execution;
import io.dictdb.internal.query.Query;
import java.time.Duration;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One run of a query, as operators see it: it is counted, shown to a flight recording, and told where it takes long. */
final class Asking {
    private static final Log LOG = Log.of("query");

    private final TableState table;
    private final Object question;
    private final EditRules rules;
    private final Execution execution;
    private final QueryEvent event = new QueryEvent();
    private final long begun;
    private boolean ended;

    /** @param question what people read: its text */
    Asking(TableState table, Query query, Object question, EditRules rules) {
        this.table = table;
        this.question = question;
        this.rules = rules;
        event.begin();
        this.begun = rules.telling().slow().isPresent() ? rules.nanoTime().getAsLong() : 0;
        this.execution = new Execution(table, query);
    }

    Execution execution() {
        return execution;
    }

    /** @param found how many records there are in what it gave */
    <T> T run(Function<Execution, T> work, ToLongFunction<T> found) {
        T result = work.apply(execution);
        end(found.applyAsLong(result));
        return result;
    }

    /** Ends with the last row, or when the stream is closed. */
    Stream<Row> stream() {
        Counting rows = new Counting();
        int traits = Spliterator.ORDERED | Spliterator.IMMUTABLE | Spliterator.NONNULL;
        return StreamSupport.stream(() -> Spliterators.spliteratorUnknownSize(rows, traits), traits, false)
                .onClose(() -> end(rows.given));
    }

    private final class Counting implements Iterator<Row> {
        private @Nullable Iterator<Row> rows;
        private long given;

        /** Nothing is looked at before somebody asks. */
        private Iterator<Row> rows() {
            Iterator<Row> begun = rows == null ? execution.iterator() : rows;
            rows = begun;
            return begun;
        }

        @Override
        public boolean hasNext() {
            boolean more = rows().hasNext();
            if (!more) {
                end(given);
            }
            return more;
        }

        @Override
        public Row next() {
            Row row = rows().next();
            given++;
            return row;
        }
    }

    /** It has given all that it has. Not to be called under a lock. Only the first call counts. */
    void end(long returned) {
        if (!ended) {
            ended = true;
            table.definition().asked.query(execution.scanned(), returned, execution.usesIndex());
            Log.quietly(() -> record(returned));
            rules.telling().slow().ifPresent(threshold -> Log.quietly(() -> tell(threshold, returned)));
        }
    }

    private void record(long returned) {
        event.end();
        if (event.shouldCommit()) {
            event.table = table.name();
            event.query = question.toString();
            event.plan = execution.explain().toString();
            event.scanned = execution.scanned();
            event.returned = returned;
            event.commit();
        }
    }

    private void tell(Duration threshold, long returned) {
        long nanos = rules.nanoTime().getAsLong() - begun;
        if (Duration.ofNanos(nanos).compareTo(threshold) >= 0) {
            double ms = TimeUnit.NANOSECONDS.toMicros(nanos) / 1e3;
            LOG.warn(
                    "SLOW_QUERY",
                    log -> log.addKeyValue("table", table.name())
                            .addKeyValue("query", question)
                            .addKeyValue("plan", execution.explain())
                            .addKeyValue("scanned", execution.scanned())
                            .addKeyValue("returned", returned)
                            .addKeyValue("ms", ms)
                            .log(
                                    "{} ms for {} on table '{}': {}; scanned {} and returned {} rows",
                                    ms,
                                    question,
                                    table.name(),
                                    execution.explain(),
                                    execution.scanned(),
                                    returned));
        }
    }
}
