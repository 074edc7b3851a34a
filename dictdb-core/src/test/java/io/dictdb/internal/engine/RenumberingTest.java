package io.dictdb.internal.engine;

import static io.dictdb.Dsl.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Row numbers run out after two thousand million inserts; here after a thousand. */
class RenumberingTest {
    @Test
    void aQueueLivesLongerThanItsRowNumbers() {
        DictDB db = Engine.create(Steps.NONE, 1_000);
        Table queue = db.createTable("queue");
        queue.createIndex("turn", IndexType.SORTED);
        for (int i = 0; i < 5_000; i++) {
            queue.insert(Map.of("turn", i));
            if (i >= 10) {
                queue.delete(field("turn").eq(i - 10));
            }
        }
        assertThat(queue.select("turn").list())
                .extracting(row -> row.getInt("turn"))
                .containsExactlyElementsOf(IntStream.range(4_990, 5_000).boxed().toList());
        assertThat(queue.insert(Map.of("turn", "last"))).isEqualTo(5_001L);
        assertThat(Integrity.verify(db)).isEmpty();
    }

    @Test
    void aBatchMakesRoomForItselfFirst() {
        DictDB db = Engine.create(Steps.NONE, 1_000);
        Table table = db.createTable("t");
        List<Map<String, Integer>> batch =
                IntStream.range(0, 400).mapToObj(i -> Map.of("i", i)).toList();
        for (int round = 0; round < 6; round++) {
            table.insert(batch);
            table.delete(field("i").ge(10));
        }
        assertThat(table.count()).isEqualTo(60);
        assertThat(Integrity.verify(db)).isEmpty();
    }
}
