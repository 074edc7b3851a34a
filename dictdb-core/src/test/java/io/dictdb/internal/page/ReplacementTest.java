package io.dictdb.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.internal.value.FrozenMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/* Whoever else holds a page, its records are then those that were put; and what others hold stays as it was. */
class ReplacementTest {
    private final long seed = Long.getLong("dictdb.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    private FrozenMap record(boolean mixed) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("number", random.nextLong(5));
        record.put("half", random.nextInt(5) / 2.0);
        record.put("few", "one of few " + random.nextInt(mixed ? 200 : 3));
        record.put("many", "one of many " + random.nextInt());
        if (mixed) {
            record.put("rare", random.nextInt(40) == 0 ? List.of(random.nextInt(3)) : null);
            record.put("number", random.nextInt(30) == 0 ? null : "now a text");
            record.put(random.nextInt(90) == 0 ? "other" : "half", -0.0);
        }
        return FrozenMap.record(record);
    }

    private Page page(FrozenMap[] records) {
        Page page = Page.empty(1);
        for (int i = 0; i < records.length; i++) {
            page = page.append(i, records[i]);
        }
        return page;
    }

    /** Puts records at some positions of a page and of what it should hold. */
    private Page replaced(Page page, FrozenMap[] expected, Page.Hold hold) {
        int[] some = IntStream.range(0, page.count())
                .filter(i -> random.nextInt(20) == 0)
                .toArray();
        boolean mixed = random.nextInt(4) == 0;
        FrozenMap[] records = new FrozenMap[some.length];
        for (int i = 0; i < some.length; i++) {
            records[i] = random.nextInt(5) == 0 ? expected[some[i]] : record(mixed);
            expected[some[i]] = records[i];
        }
        return page.replace(some, records, some.length, hold);
    }

    private static List<String> texts(FrozenMap[] records) {
        return Arrays.stream(records).map(FrozenMap::toString).toList();
    }

    private static List<String> texts(Page page) {
        return IntStream.range(0, page.count())
                .mapToObj(i -> page.row(i).record().toString())
                .toList();
    }

    @Test
    void asItWasPut() {
        System.out.println("ReplacementTest: again with -Ddictdb.seed=" + seed);
        for (int round = 0; round < 300; round++) {
            FrozenMap[] expected = new FrozenMap[round % 3 == 0 ? Page.ROWS : 1 + random.nextInt(Page.ROWS)];
            Arrays.setAll(expected, i -> record(false));
            Page base = page(expected);
            List<String> before = texts(expected);
            Page own = replaced(base, expected, Page.Hold.TAKEN);
            assertThat(texts(own)).isEqualTo(texts(expected));
            for (int i = 0; i < 10; i++) {
                own = replaced(own, expected, Page.Hold.OWN);
                assertThat(texts(own)).isEqualTo(texts(expected));
            }
            List<String> last = texts(expected);
            Page next = replaced(own, expected, Page.Hold.SHARED);
            assertThat(texts(next)).isEqualTo(texts(expected));
            assertThat(texts(own)).isEqualTo(last);
            assertThat(texts(base)).isEqualTo(before);
        }
    }

    @Test
    void equalTextsAreShared() {
        FrozenMap[] records = new FrozenMap[20];
        Arrays.setAll(records, i -> FrozenMap.record(Map.of("text", "a text " + i)));
        Page page = page(records);
        FrozenMap same = FrozenMap.record(Map.of("text", "a text " + 3));
        Page after = page.replace(new int[] {3}, new FrozenMap[] {same}, 1, Page.Hold.SHARED);
        assertThat(after.column(0)).isSameAs(page.column(0));
    }
}
