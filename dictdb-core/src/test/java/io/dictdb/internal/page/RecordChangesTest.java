package io.dictdb.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.internal.value.FrozenMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/* What differs between two versions of a page is what a look at every record finds. */
class RecordChangesTest {
    private final long seed = Long.getLong("dictdb.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private FrozenMap record() {
        return switch (random.nextInt(8)) {
            case 0 -> FrozenMap.record(Map.of("b", random.nextInt(3)));
            case 1 -> FrozenMap.record(Map.of("a", 1.5));
            default -> FrozenMap.record(new TreeMap<>(Map.of("a", random.nextInt(3), "b", "x" + random.nextInt(2))));
        };
    }

    private FrozenMap uniform() {
        return FrozenMap.record(
                new TreeMap<>(Map.of("a", random.nextInt(3), "b", random.nextInt(2) == 0 ? 1.5 : -0.0)));
    }

    private @Nullable Page changed(@Nullable Page before, boolean mixed) {
        Page page = before == null ? Page.empty(3) : before;
        int next = page.count() == 0 ? 0 : (page.rowAt(page.count() - 1) & (Page.ROWS - 1)) + 1;
        int[] some = IntStream.range(0, page.count())
                .filter(i -> random.nextInt(9) == 0)
                .toArray();
        return switch (random.nextInt(6)) {
            case 0 -> {
                FrozenMap[] records = new FrozenMap[some.length];
                Arrays.setAll(records, i -> mixed ? record() : uniform());
                yield some.length == 0 ? page : page.replace(some, records, some.length, Page.Hold.SHARED);
            }
            case 1 -> {
                int[] kept = IntStream.range(0, page.count())
                        .filter(i -> Arrays.binarySearch(some, i) < 0)
                        .toArray();
                yield random.nextInt(4) == 0 ? page.keeping(kept, kept.length) : page;
            }
            case 2 -> page.sealed();
            default -> next < Page.ROWS ? page.append(next, mixed ? record() : uniform()) : page;
        };
    }

    @Test
    void asALookAtEveryRecordFinds() {
        System.out.println("RecordChangesTest: again with -Ddictdb.seed=" + seed);
        for (int round = 0; round < 200; round++) {
            boolean mixed = round % 2 == 0;
            List<@Nullable Page> versions = new ArrayList<>();
            versions.add(null);
            for (int i = 0; i < 100; i++) {
                versions.add(changed(versions.get(i), mixed));
                compare(versions.get(random.nextInt(versions.size())), versions.get(i + 1));
            }
        }
    }

    private static void compare(@Nullable Page before, @Nullable Page now) {
        Map<Integer, String> found = new TreeMap<>();
        RecordChanges.between(tree(before), tree(now), (row, was, wasAt, is, isAt) -> {
            assertThat(found).doesNotContainKey(row);
            found.put(row, text(was, wasAt) + " -> " + text(is, isAt));
            return true;
        });
        Map<Integer, String> expected = new TreeMap<>();
        for (int row = 3 * Page.ROWS; row < 4 * Page.ROWS; row++) {
            String was = at(before, row);
            String is = at(now, row);
            if (!was.equals(is)) {
                expected.put(row, was + " -> " + is);
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    private static PageTree tree(@Nullable Page page) {
        return page == null || page.count() == 0 ? PageTree.EMPTY : PageTree.EMPTY.with(page);
    }

    private static String at(@Nullable Page page, int row) {
        int position = page == null ? -1 : page.positionOf(row);
        return position < 0 ? "none" : text(page, position);
    }

    private static String text(@Nullable Page page, int position) {
        return page == null ? "none" : page.row(position).record().toString();
    }
}
