package io.dictdb.operators;

import static io.dictdb.Dsl.count;
import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.dictdb.DictDB;
import io.dictdb.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/* Queries that take long tell what they did; a threshold of zero makes each of them long. */
class SlowQueryTest {
    private final Heard heard = new Heard("query", Level.INFO);

    @AfterEach
    void close() {
        heard.close();
    }

    private static Table filled(DictDB db) {
        Table table = db.createTable("t");
        table.insert(List.of(Map.of("v", 1), Map.of("v", 2), Map.of("v", 3)));
        return table;
    }

    private static Table watched(Duration threshold) {
        return filled(DictDB.builder().slowQueryThreshold(threshold).open());
    }

    @Test
    void silentUntilAskedAndBelowTheThreshold() {
        assertThat(filled(DictDB.create()).all()).hasSize(3);
        assertThat(watched(Duration.ofHours(1)).all()).hasSize(3);
        assertThat(heard.lines()).isEmpty();
    }

    @Test
    void whatItDid() {
        Table table = watched(Duration.ZERO);
        assertThat(table.select("v")
                        .where(field("v").gt(1))
                        .orderBy("-v")
                        .limit(1)
                        .list())
                .hasSize(1);
        assertThat(heard.lines()).hasSize(1);
        assertThat(heard.lines().get(0))
                .matches("WARN [0-9.]+ ms for select v where v > 1 order by v desc limit 1 on table 't': "
                        + "scan of 3 rows, then filter v > 1, top 1 by v desc, limit 1; scanned 3 and returned 1 rows");
        assertThat(heard.keyValues(0))
                .contains("component=query op=SLOW_QUERY table=t", "scanned=3", "returned=1", "ms=");
    }

    @Test
    void everyWayToAsk() {
        Table table = watched(Duration.ZERO);
        assertThat(table.select().count()).isEqualTo(3);
        assertThat(table.select(field("id").eq(1)).one()).containsEntry("v", 1L);
        assertThat(table.select().stream()).hasSize(3);
        assertThat(table.aggregate(count()).groupBy("v").list()).hasSize(3);
        assertThat(table.update(Map.of("v", 7), field("id").eq(1))).isEqualTo(1);
        assertThat(table.delete(field("id").eq(1))).isEqualTo(1);
        assertThat(heard.lines())
                .extracting(line -> line.replaceFirst("WARN [0-9.]+ ms for (.*) on table.*", "$1"))
                .containsExactly(
                        "select all",
                        "select all where id = 1 limit 2",
                        "select all",
                        "aggregate count group by v",
                        "update where id = 1",
                        "delete where id = 1");
    }

    @Test
    void aThresholdMakesSense() {
        assertThatThrownBy(() -> DictDB.builder().slowQueryThreshold(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.001S");
    }
}
