package io.dictdb.internal.page;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a table by number: a persistent radix tree with 32 children a node. A change copies the nodes on one path and shares the
 * rest; a version never changes, so readers hold one as long as they like. Numbers may have gaps: a subtree without pages is not there.
 */
public final class PageTree {
    public static final PageTree EMPTY = new PageTree(0, new @Nullable Object[32], 0);

    private static final int BITS = 5;
    private static final int CHILDREN = 1 << BITS;

    private final int shift;
    private final @Nullable Object[] root;
    private final int pages;

    private PageTree(int shift, @Nullable Object[] root, int pages) {
        this.shift = shift;
        this.root = root;
        this.pages = pages;
    }

    public int pages() {
        return pages;
    }

    private boolean covers(int number) {
        return (number >>> BITS) >>> shift == 0;
    }

    /** The page of that number, or null. */
    public @Nullable Page get(int number) {
        if (!covers(number)) {
            return null;
        }
        @Nullable Object[] node = root;
        for (int level = shift; level > 0; level -= BITS) {
            Object child = node[(number >>> level) & (CHILDREN - 1)];
            if (child == null) {
                return null;
            }
            node = (@Nullable Object[]) child;
        }
        return (Page) node[number & (CHILDREN - 1)];
    }

    /** The page of a row number, or null. */
    public @Nullable Page ofRow(int row) {
        return get(row >>> Page.BITS);
    }

    /** The first page whose number is not below, or null. */
    public @Nullable Page ceiling(int number) {
        return covers(number) ? ceiling(root, shift, number) : null;
    }

    private static @Nullable Page ceiling(@Nullable Object[] node, int level, int number) {
        int from = (number >>> level) & (CHILDREN - 1);
        for (int i = from; i < CHILDREN; i++) {
            Object child = node[i];
            if (child != null) {
                Page found = level == 0
                        ? (Page) child
                        : ceiling((@Nullable Object[]) child, level - BITS, i == from ? number : 0);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** This tree with a page put in the place of its number. */
    public PageTree with(Page page) {
        PageTree base = this;
        while (!base.covers(page.number())) {
            @Nullable Object[] above = new @Nullable Object[CHILDREN];
            above[0] = base.pages == 0 ? null : base.root;
            base = new PageTree(base.shift + BITS, above, base.pages);
        }
        int added = base.get(page.number()) == null ? 1 : 0;
        return new PageTree(base.shift, put(base.root, base.shift, page), base.pages + added);
    }

    private static @Nullable Object[] put(@Nullable Object @Nullable [] node, int level, Page page) {
        @Nullable Object[] copy = node == null ? new @Nullable Object[CHILDREN] : node.clone();
        int i = (page.number() >>> level) & (CHILDREN - 1);
        copy[i] = level == 0 ? page : put((@Nullable Object @Nullable []) copy[i], level - BITS, page);
        return copy;
    }

    /** This tree without the page of a number that is there. */
    public PageTree without(int number) {
        if (pages == 1) {
            return EMPTY;
        }
        @Nullable Object[] left = cut(root, shift, number);
        return left == null ? EMPTY : new PageTree(shift, left, pages - 1);
    }

    private static @Nullable Object @Nullable [] cut(@Nullable Object[] node, int level, int number) {
        @Nullable Object[] copy = node.clone();
        int i = (number >>> level) & (CHILDREN - 1);
        Object child = copy[i];
        copy[i] = level == 0 || child == null ? null : cut((@Nullable Object[]) child, level - BITS, number);
        for (Object left : copy) {
            if (left != null) {
                return copy;
            }
        }
        return null;
    }

    /** Tells the pages that differ from an older tree's, by number; null stands for a page that is not there. Costs what differs. */
    public void changesSince(PageTree older, BiConsumer<@Nullable Page, @Nullable Page> beforeAndAfter) {
        if (shift == older.shift) {
            differ(older.root, root, shift, beforeAndAfter);
            return;
        }
        for (Page page = older.ceiling(0); page != null; page = older.ceiling(page.number() + 1)) {
            Page now = get(page.number());
            if (now != page) {
                beforeAndAfter.accept(page, now);
            }
        }
        for (Page page = ceiling(0); page != null; page = ceiling(page.number() + 1)) {
            if (older.get(page.number()) == null) {
                beforeAndAfter.accept(null, page);
            }
        }
    }

    private static void differ(
            @Nullable Object @Nullable [] a,
            @Nullable Object @Nullable [] b,
            int level,
            BiConsumer<@Nullable Page, @Nullable Page> consumer) {
        for (int i = 0; i < CHILDREN; i++) {
            Object x = a == null ? null : a[i];
            Object y = b == null ? null : b[i];
            if (x == y) {
                continue;
            }
            if (level == 0) {
                consumer.accept((Page) x, (Page) y);
            } else {
                differ((@Nullable Object @Nullable []) x, (@Nullable Object @Nullable []) y, level - BITS, consumer);
            }
        }
    }
}
