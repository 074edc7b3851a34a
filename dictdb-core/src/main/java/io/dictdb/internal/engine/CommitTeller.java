package io.dictdb.internal.engine;

import io.dictdb.OperationLog;
import io.dictdb.internal.log.Log;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageRow;
import io.dictdb.internal.page.RecordChanges;
import io.dictdb.internal.value.Literals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Tells operators what a commit has done: tables and indexes that came or went, and each record, if they asked for that. All of it is found by comparing the two roots, so a transaction that was undone tells nothing, and no
 * way of changing a table can be forgotten.
 */
final class CommitTeller {
    private static final Log RECORDS = Log.of("operations");
    private static final String MASK = "***";

    private final Root next;
    private final OperationLog options;

    private CommitTeller(Root next, OperationLog options) {
        this.next = next;
        this.options = options;
    }

    /** Tells it. Called without any lock, by the thread that has made the commit. */
    static void tell(Root last, Root next, OperationLog options) {
        boolean records = options.isOn() && RECORDS.isOn();
        if (records || DatabaseLog.isOn()) {
            CommitTeller teller = new CommitTeller(next, options);
            for (TableChange change : TableChange.between(last, next)) {
                DatabaseLog.definitions(change);
                if (records) {
                    teller.records(change.was(), change.is());
                }
            }
        }
    }

    private void records(@Nullable TableState was, @Nullable TableState is) {
        if (is != null && was != null && was.numbering() != is.numbering()) {
            renumbered(was, is);
        } else if (is != null) {
            RecordChanges.between(
                    was == null ? TableState.empty(is.definition()).pages() : was.pages(), is.pages(), byRow(is));
        }
    }

    private RecordChanges.Visitor byRow(TableState table) {
        return (row, before, beforeAt, now, at) -> {
            if (now == null) {
                deleted(table, key(Objects.requireNonNull(before), beforeAt, table));
            } else {
                put(before == null ? "INSERT" : "UPDATE", table, now.row(at));
            }
            return true;
        };
    }

    private static Object key(Page page, int position, TableState table) {
        return Objects.requireNonNull(page.value(position, table.primaryKey()));
    }

    /** Row numbers tell nothing; this happens once in two thousand million inserts. */
    private void renumbered(TableState was, TableState is) {
        for (PageRow record : SavedRoot.records(was)) {
            Object key = Objects.requireNonNull(record.inner(was.primaryKey()));
            if (is.find(key) == null) {
                deleted(is, key);
            }
        }
        for (PageRow record : SavedRoot.records(is)) {
            PageRow before = was.find(Objects.requireNonNull(record.inner(is.primaryKey())));
            if (!record.equals(before)) {
                put(before == null ? "INSERT" : "UPDATE", is, record);
            }
        }
    }

    private void put(String op, TableState table, PageRow record) {
        Object key = Objects.requireNonNull(record.inner(table.primaryKey()));
        RECORDS.info(op, event -> {
            LoggingEventBuilder named = named(event, table, key);
            if (options.hasValues()) {
                Map<String, @Nullable Object> values = values(table, record);
                named.addKeyValue("record", values).log(said(op, table, key) + ": " + Literals.of(values));
            } else {
                named.log(said(op, table, key));
            }
        });
    }

    private Map<String, @Nullable Object> values(TableState table, PageRow record) {
        if (!options.masksKeys()) {
            return record;
        }
        Map<String, @Nullable Object> masked = new LinkedHashMap<>(record);
        masked.put(table.primaryKey(), MASK);
        return masked;
    }

    private void deleted(TableState table, Object key) {
        RECORDS.info("DELETE", event -> named(event, table, key).log(said("DELETE", table, key)));
    }

    private LoggingEventBuilder named(LoggingEventBuilder event, TableState table, Object key) {
        return event.addKeyValue("table", table.name())
                .addKeyValue("pk", options.masksKeys() ? MASK : key)
                .addKeyValue("commit", next.sequence());
    }

    private String said(String op, TableState table, Object key) {
        return op + " " + table.name() + " " + table.primaryKey() + "="
                + (options.masksKeys() ? MASK : Literals.of(key));
    }
}
