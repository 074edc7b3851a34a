package io.dictdb.testkit;

import static io.dictdb.Dsl.all;
import static io.dictdb.Dsl.and;
import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.matching;
import static io.dictdb.Dsl.not;
import static io.dictdb.Dsl.or;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.Condition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The model's evaluator, judged by hand-written examples of the contract's section 3, rules 2, 3, 4 and 8. */
class NaiveMatchTest {
    private static final long TWO_53 = 1L << 53;
    private static final Object MISSING = new Object();

    @Test
    void missingAndNullAreTheSameToEveryCondition() {
        assertHolds(field("a").isNull(), null, MISSING);
        assertFails(field("a").isNull(), 0L, "", List.of(), Double.NaN, false);
        assertHolds(field("a").eq(null), null, MISSING);
        assertHolds(field("a").ne(1), null, MISSING, 2L, "1", true);
        assertFails(field("a").ne(1), 1L, 1.0, new BigDecimal("1.0"));
        assertFails(field("a").ne(null), null, MISSING);
        assertHolds(field("a").isNotNull(), 0L, "");
        assertHolds(field("a").in(1, null), 1.0, null, MISSING);
        assertFails(field("a").in(1, 2), null, MISSING, 3L);
        assertFails(field("a").in(), null, MISSING, 1L);
    }

    @Test
    void equalityIsByValue() {
        assertHolds(field("a").eq(TWO_53), TWO_53, 0x1p53);
        assertFails(field("a").eq(TWO_53 + 1), TWO_53, 0x1p53);
        assertHolds(field("a").eq(Double.NaN), Double.NaN);
        assertHolds(field("a").eq(0.0), -0.0, 0L);
        assertFails(field("a").eq(true), 1L, "true", 1.0);
        assertHolds(field("a").eq(List.of(1, 2)), List.of(1.0, 2L));
        assertHolds(field("a").eq(Map.of("x", 1)), Map.of("x", 1.0));
        assertHolds(field("a").eq(new byte[] {1}), new byte[] {1});
    }

    @Test
    void rangesHoldWithinOneClass() {
        assertHolds(field("a").ge(1), 1.0, 2L, Double.NaN, Double.POSITIVE_INFINITY);
        assertFails(field("a").ge(1), 0L, "2", true, null, MISSING, List.of(2));
        assertFails(field("a").lt(1), 1L, "", false, null, MISSING, Double.NaN);
        assertHolds(field("a").lt("b"), "a", "", "aa");
        assertFails(field("a").lt("b"), "b", 1L);
        assertHolds(field("a").gt("\uffff"), "\ud83d\ude00");
        assertHolds(field("a").between(1, 2), 1L, 1.5, 2.0);
        assertFails(field("a").between(1, 2), 0.9, 2.1, null, MISSING);
        assertFails(field("a").between(2, 1), 1L, 1.5, 2L);
        assertFails(field("a").between(1, "z"), 1L, "a");
        assertHolds(field("a").le(LocalDate.EPOCH), LocalDate.EPOCH, LocalDate.MIN);
        assertFails(field("a").le(LocalDate.EPOCH), LocalDateTime.MIN, LocalTime.MIN);
    }

    @Test
    void connectivesAreTwoValued() {
        Condition below = field("a").lt(1);
        assertHolds(not(below), 1L, "x", null, MISSING);
        assertHolds(below.or(not(below)), 0L, 1L, "x", null, MISSING);
        assertFails(below.and(not(below)), 0L, 1L, "x", null, MISSING);
        assertHolds(and(), 1L, MISSING);
        assertFails(or(), 1L, MISSING);
        assertHolds(all(), MISSING);
        assertHolds(matching("there", row -> row.containsKey("a")), null, 1L);
        assertFails(matching("there", row -> row.containsKey("a")), MISSING);
    }

    @Test
    void likeMatchesTheWholeValue() {
        assertHolds(field("a").like("a%"), "a", "ab", "a\nb", "a%");
        assertFails(field("a").like("a%"), "ba", "A", "", 1L, null, MISSING, List.of("a"));
        assertHolds(field("a").like("a_c"), "abc", "a\ud83d\ude00c", "a\nc", "a\ud83dc");
        assertFails(field("a").like("a_c"), "ac", "abbc", "abc\n");
        assertHolds(field("a").like("abc"), "abc");
        assertFails(field("a").like("abc"), "abc\n", "abcd");
        assertHolds(field("a").like("%b%d%"), "abcd", "bd", "bbdd");
        assertFails(field("a").like("%b%d%"), "db", "b");
        assertHolds(field("a").like("%"), "", "\n");
        assertHolds(field("a").like(""), "");
        assertFails(field("a").like(""), "a");
        assertHolds(field("a").like("a.c"), "a.c");
        assertFails(field("a").like("a.c"), "abc");
    }

    @Test
    void theEscapeCharacterTakesTheNextOneLiterally() {
        assertHolds(field("a").like("100!%", '!'), "100%");
        assertFails(field("a").like("100!%", '!'), "1000", "100!%");
        assertHolds(field("a").like("a!_!!", '!'), "a_!");
        assertHolds(field("a").like("!a!\ud83d\ude00", '!'), "a\ud83d\ude00");
        assertHolds(field("a").like("%%", '%'), "%");
        assertHolds(field("a").like("a\\%"), "a\\", "a\\b");
    }

    @Test
    void textOperatorsAndContains() {
        assertHolds(field("a").startsWith("ab"), "ab", "abc");
        assertFails(field("a").startsWith("ab"), "a", "bab", 1L, null, List.of("ab"));
        assertFails(field("a").startsWith("\ud83d"), "\ud83d\ude00");
        assertHolds(field("a").endsWith("b"), "b", "ab");
        assertHolds(field("a").contains("b"), "abc", List.of("a", "b"), Map.of("b", 1L));
        assertFails(field("a").contains("b"), "ac", List.of("abc"), Map.of("a", "b"), null, MISSING, 1L);
        assertHolds(field("a").contains(1), List.of(1.0), List.of(2L, 1L));
        assertFails(field("a").contains(1), "1", List.of("1"), List.of(List.of(1L)), Map.of("1", 1L));
        assertHolds(field("a").contains(""), "", "a", List.of(""));
    }

    @Test
    void withoutRegardToCase() {
        assertHolds(field("a").ignoreCase().eq("Ada"), "ADA", "ada");
        assertHolds(field("a").ignoreCase().eq("\u03c3"), "\u03c2", "\u03a3");
        assertFails(field("a").ignoreCase().eq("ss"), "\u00df");
        assertHolds(field("a").ignoreCase().like("_da%"), "ADA", "\u0130DA");
        assertHolds(field("a").ignoreCase().in("A", 1), "a", 1.0);
        assertHolds(field("a").ignoreCase().lt("B"), "a", "A");
        assertFails(field("a").ignoreCase().lt("B"), "b", "C");
        assertHolds(field("a").ignoreCase().startsWith("\u00c9"), "\u00e9a");
        assertHolds(field("a").ignoreCase().contains("A"), "ba");
        assertFails(field("a").ignoreCase().contains("A"), List.of("a"), Map.of("a", 1L));
        assertHolds(field("a").ignoreCase().ne("A"), "b", null, MISSING, 1L);
    }

    private static void assertHolds(Condition condition, Object... values) {
        assertThat(values).as(condition.toString()).allMatch(value -> NaiveMatch.holds(condition, record(value)));
    }

    private static void assertFails(Condition condition, Object... values) {
        assertThat(values).as(condition.toString()).noneMatch(value -> NaiveMatch.holds(condition, record(value)));
    }

    private static Map<String, Object> record(Object value) {
        return value == MISSING ? Map.of("id", 1L) : NaiveValues.record(Collections.singletonMap("a", value));
    }
}
