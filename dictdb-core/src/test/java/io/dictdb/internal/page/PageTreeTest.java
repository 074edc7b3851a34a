package io.dictdb.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PageTreeTest {
    private static List<Integer> numbers(PageTree tree) {
        List<Integer> numbers = new ArrayList<>();
        for (Page page = tree.ceiling(0); page != null; page = tree.ceiling(page.number() + 1)) {
            numbers.add(page.number());
        }
        return numbers;
    }

    @Test
    void pagesAreFoundByNumberAlsoFarApart() {
        long seed = System.nanoTime();
        System.out.println("PageTreeTest seed " + seed);
        Random random = new Random(seed);
        TreeMap<Integer, Page> model = new TreeMap<>();
        PageTree tree = PageTree.EMPTY;
        for (int i = 0; i < 2_000; i++) {
            int number = random.nextInt(1 << random.nextInt(1, 23));
            if (random.nextInt(3) > 0 || !model.containsKey(number)) {
                Page page = Page.empty(number);
                model.put(number, page);
                tree = tree.with(page);
            } else {
                model.remove(number);
                tree = tree.without(number);
            }
        }
        assertThat(numbers(tree)).containsExactlyElementsOf(model.keySet());
        assertThat(tree.pages()).isEqualTo(model.size());
        for (int number : model.keySet()) {
            assertThat(tree.get(number)).isSameAs(model.get(number));
        }
        assertThat(tree.get(1 << 23)).isNull();
    }

    @Test
    void theLastPageGoneLeavesAnEmptyTree() {
        PageTree tree = PageTree.EMPTY.with(Page.empty(70_000)).without(70_000);
        assertThat(numbers(tree)).isEmpty();
        assertThat(tree.pages()).isZero();
    }

    @Test
    void whatDiffersIsToldAndNothingElse() {
        PageTree older = PageTree.EMPTY;
        for (int i = 0; i < 100; i++) {
            older = older.with(Page.empty(i));
        }
        PageTree newer = older.with(Page.empty(7)).without(50).with(Page.empty(5_000));
        List<Integer> told = new ArrayList<>();
        newer.changesSince(
                older,
                (before, now) -> told.add(
                        Objects.requireNonNull(before == null ? now : before).number()));
        assertThat(told).containsExactlyInAnyOrder(7, 50, 5_000);
    }
}
