package io.dictdb.query;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.matching;
import static io.dictdb.Dsl.not;
import static io.dictdb.Dsl.or;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.Condition;
import io.dictdb.DictDB;
import io.dictdb.Explanation;
import io.dictdb.Explanation.Access;
import io.dictdb.IndexType;
import io.dictdb.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which plan is chosen; that no plan changes an answer is tested at random elsewhere. */
class ExplainTest {
    private final Table table = DictDB.create().createTable("t");

    @BeforeEach
    void fill() {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            records.add(Map.of("dept", "D" + i % 50, "age", i % 90, "city", "C" + i % 7, "code", "K" + i));
        }
        table.insert(records);
        table.createIndex("dept", IndexType.HASH);
        table.createIndex("city", IndexType.HASH);
        table.createIndex("age", IndexType.SORTED);
        table.createIndex("code", IndexType.SORTED);
    }

    private Explanation plan(Condition condition) {
        return table.select(condition).explain();
    }

    @Test
    void equalityAndInUseAHashIndex() {
        assertThat(plan(field("dept").eq("D7")).access()).isEqualTo(Access.HASH);
        Explanation in = plan(field("dept").in("D7", "D8", "none"));
        assertThat(in.access()).isEqualTo(Access.HASH);
        assertThat(in.estimatedRows()).isEqualTo(200);
        assertThat(in.residual()).isEqualTo(all());
    }

    @Test
    void boundsOnOneFieldAreJoined() {
        Explanation range = plan(
                field("age").ge(30).and(field("age").lt(33)).and(field("age").gt(30)));
        assertThat(range.access()).isEqualTo(Access.SORTED);
        assertThat(range.index()).isEqualTo("age");
        assertThat(range.residual()).isEqualTo(all());
        assertThat(range.estimatedRows())
                .isEqualTo(table.select(field("age").in(31, 32)).count());
        assertThat(plan(field("age").gt(50).and(field("age").lt(50))).access()).isEqualTo(Access.NOTHING);
    }

    @Test
    void underAndTheBestIndexLeadsUnderOrAllAreNeeded() {
        Explanation and = plan(field("dept").eq("D7").and(field("age").eq(17)));
        assertThat(and.access()).isEqualTo(Access.INTERSECTION);
        assertThat(and.index()).isEqualTo("age, dept");
        assertThat(plan(field("dept").eq("D7").or(field("age").eq(17))).access())
                .isEqualTo(Access.UNION);
        assertThat(plan(field("dept").eq("D7").or(field("unindexed").eq(17))).access())
                .isEqualTo(Access.SCAN);
    }

    @Test
    void underNotNoIndexIsUsedButNegationsAreResolvedFirst() {
        assertThat(plan(not(field("dept").eq("D7"))).access()).isEqualTo(Access.SCAN);
        assertThat(plan(not(field("dept").ne("D7"))).access()).isEqualTo(Access.HASH);
        assertThat(plan(not(or(field("dept").ne("D7"), field("age").ge(5)))).access())
                .isEqualTo(Access.HASH);
    }

    @Test
    void whatNoIndexCanServeIsScanned() {
        assertThat(plan(matching("x", row -> true)).access()).isEqualTo(Access.SCAN);
        assertThat(plan(field("dept").ignoreCase().eq("d7")).access()).isEqualTo(Access.SCAN);
        assertThat(plan(field("code").like("%7")).access()).isEqualTo(Access.SCAN);
    }

    @Test
    void textWithALiteralBeginningUsesASortedIndex() {
        Explanation like = plan(field("code").like("K49_9"));
        assertThat(like.access()).isEqualTo(Access.SORTED);
        assertThat(like.residual()).isEqualTo(field("code").like("K49_9"));
        Explanation start = plan(field("code").startsWith("K499"));
        assertThat(start.residual()).isEqualTo(all());
        assertThat(start.estimatedRows()).isEqualTo(11);
    }

    @Test
    void keysNeedNoIndex() {
        assertThat(plan(field("id").eq(17)).access()).isEqualTo(Access.KEY);
        assertThat(plan(field("id").in(1, 2.0, "x", null)).estimatedRows()).isEqualTo(2);
    }

    @Test
    void orderIsServedByAnIndexWhereItHelps() {
        assertThat(table.select().orderBy("-age").limit(10).explain().access()).isEqualTo(Access.ORDERED);
        assertThat(table.select().orderBy("-age", "code").limit(10).explain().access())
                .isEqualTo(Access.ORDERED);
        assertThat(table.select().orderBy("dept").limit(10).explain().access()).isEqualTo(Access.SCAN);
        assertThat(table.select(field("dept").eq("D7")).orderBy("age").explain().access())
                .isEqualTo(Access.HASH);
    }

    @Test
    void deepValuesAreToldInShort() {
        Object deep = List.of();
        for (int i = 1; i < 500; i++) {
            deep = i % 2 == 0 ? List.of(deep) : Map.of("m", deep);
        }
        assertThat(field("age").eq(deep).toString())
                .hasSizeLessThan(100)
                .contains("[{m=[")
                .contains("…");
    }

    @Test
    void thePlanReadsAsASentence() {
        assertThat(plan(field("dept").eq("D7").and(field("city").ne("C3"))))
                .hasToString("index dept (hash), ~100 of 5000 rows, then filter not (city = 'C3')");
        assertThat(table.select(field("unindexed").gt(3))
                        .orderBy("-code", "age")
                        .offset(2)
                        .limit(5)
                        .explain()
                        .toString())
                .contains("filter unindexed > 3", "limit 5", "offset 2");
    }
}
