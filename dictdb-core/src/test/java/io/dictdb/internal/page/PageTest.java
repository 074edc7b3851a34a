package io.dictdb.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.internal.value.FrozenMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a published page shows never changes, whatever is made from it. */
class PageTest {
    private static FrozenMap record(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            record.put((String) Objects.requireNonNull(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return FrozenMap.record(record);
    }

    private static List<PageRow> rows(Page page) {
        return IntStream.range(0, page.count()).mapToObj(page::row).toList();
    }

    private static Page filled(int count) {
        Page page = Page.empty(0);
        for (int i = 0; i < count; i++) {
            page = page.append(i, record("id", (long) i, "half", i / 2.0, "even", i % 2 == 0 ? "yes" : "no"));
        }
        return page;
    }

    @Test
    void twoPagesMadeFromOneDoNotDisturbEachOther() {
        Page base = filled(5);
        Page givenUp = base.append(5, record("id", null, "half", "text", "even", "given up"));
        Page taken = base.append(5, record("id", 5L, "half", 2.5, "even", "no"));
        assertThat(rows(taken)).isEqualTo(rows(filled(6)));
        assertThat(givenUp.row(5)).containsEntry("even", "given up").containsEntry("id", null);
        assertThat(rows(base)).isEqualTo(rows(filled(5)));
    }

    @Test
    void aPageStaysWhatItWasWhileOthersGrowFromIt() {
        Page base = filled(100);
        List<Map<String, @Nullable Object>> before =
                rows(base).stream().map(PageRow::toMap).toList();
        Page grown = base;
        for (int i = 100; i < Page.ROWS; i++) {
            grown = grown.append(i, record("id", (long) i, "half", null, "even", "later", "new field", i));
        }
        grown.replace(
                new int[] {0, 50}, new FrozenMap[] {record("id", "other"), record("id", "class")}, 2, Page.Hold.SHARED);
        grown.keeping(new int[] {3, 200}, 2);
        assertThat(rows(base).stream().map(PageRow::toMap).toList()).isEqualTo(before);
        assertThat(grown.row(255)).containsEntry("new field", 255L).containsEntry("half", null);
        assertThat(grown.row(0)).doesNotContainKey("new field");
    }

    @Test
    void deletedRecordsLeaveTheOthersTheirRowNumbers() {
        Page page = Objects.requireNonNull(filled(10).keeping(new int[] {1, 4, 9}, 3));
        assertThat(page.count()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(page::rowAt)).containsExactly(1, 4, 9);
        assertThat(page.positionOf(4)).isEqualTo(1);
        assertThat(page.positionOf(5)).isNegative();
        Page more = page.append(10, record("id", 10L, "half", 5.0, "even", "yes"));
        assertThat(more.row(3)).containsEntry("id", 10L);
        assertThat(more.positionOf(10)).isEqualTo(3);
    }

    @Test
    void recordsOfOnePageMayHaveOtherFieldsAndOtherOrders() {
        Page page = Page.empty(0)
                .append(0, record("a", 1, "b", 2))
                .append(1, record("b", 2, "a", 1))
                .append(2, record("c", true));
        assertThat(page.row(0).keySet()).containsExactly("a", "b");
        assertThat(page.row(1).keySet()).containsExactly("b", "a");
        assertThat(page.row(2)).containsOnlyKeys("c");
        assertThat(page.value(2, "a")).isNull();
        Page one = Objects.requireNonNull(page.keeping(new int[] {2}, 1));
        assertThat(one.shape().names()).containsExactly("c");
    }

    @Test
    void everyValueKeepsItsClassInEveryForm() {
        Object[] kinds = {
            1L,
            1.0,
            -0.0,
            0.0,
            Double.NaN,
            "1",
            true,
            new java.math.BigDecimal("1.0"),
            new java.math.BigDecimal("1.00"),
            null
        };
        Page page = Page.empty(0);
        for (int i = 0; i < Page.ROWS; i++) {
            page = page.append(i, record("v", kinds[i % kinds.length]));
        }
        for (int i = 0; i < Page.ROWS; i++) {
            assertThat(page.value(i, "v")).as("position %d", i).isEqualTo(kinds[i % kinds.length]);
        }
    }

    @Test
    void manyRareFieldsAreKeptSparsely() {
        Page page = Page.empty(0);
        for (int i = 0; i < Page.ROWS; i++) {
            page = page.append(i, record("field " + i, i));
        }
        assertThat(page.shape().size()).isEqualTo(Page.ROWS);
        assertThat(page.column(17)).isInstanceOf(Sparse.class);
        assertThat(page.row(17)).isEqualTo(Map.of("field 17", 17L));
    }
}
