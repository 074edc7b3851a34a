package io.dictdb.internal.index;

import io.dictdb.internal.value.ValueOrder;
import io.dictdb.internal.value.Values;
import java.lang.reflect.Array;

/** What holds in every version of every structure; counts the nodes on the way. */
final class Invariants {
    private static final int SLACK = 14;

    private int nodes;

    private Invariants() {}

    static int check(Posting posting) {
        Invariants walk = new Invariants();
        walk.posting(posting);
        return walk.nodes;
    }

    static int check(KeyIndex index) {
        Invariants walk = new Invariants();
        walk.map(index.map());
        index.forEach((key, row) -> require(row >= 0, "a key has one row"));
        return walk.nodes;
    }

    static int check(FieldIndex index) {
        Invariants walk = new Invariants();
        int rows = 0;
        if (index instanceof SortedIndex sorted) {
            walk.root(sorted.root());
            rows = sorted.root().rowCount;
        } else if (index instanceof HashIndex hash) {
            walk.map(hash.map());
            rows = hash.map().numbers().rowCount + hash.map().others().rowCount;
        }
        walk.posting(index.nulls);
        require(index.size() == rows + index.nulls(), "size");
        return walk.nodes;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private void map(ValueMap map) {
        root(map.numbers());
        root(map.others());
        map.numbers().forEachLeaf(leaf -> require(leaf.size == 0 || leaf.value(0) instanceof Number, "numbers"));
        map.others().forEachLeaf(leaf -> require(leaf.size == 0 || leaf.first() instanceof Integer, "hashes"));
    }

    private void posting(Posting posting) {
        if (posting.tree() != null) {
            root(posting.tree());
        } else {
            ascend(posting.firstLeaf());
            require(posting.size() <= Tree.MOST_ENTRIES, "flat");
            require(posting.size() > 0 || posting == Posting.EMPTY, "one empty posting");
        }
    }

    private void root(Tree root) {
        require(root.size >= 2 || !(root instanceof Branch), "a root has two children");
        require(root.size > 0 || root == Leaf.EMPTY || root == Leaf.EMPTY_HASHED, "two empty leaves");
        tree(root);
    }

    /** Returns the depth. */
    private int tree(Tree node) {
        nodes++;
        require(node.size <= node.capacity(), "capacity");
        if (node instanceof Branch branch) {
            return branch(branch);
        }
        if (node instanceof Leaf leaf) {
            leaf(leaf);
        } else {
            ascend(((RowLeaf) node).rows);
        }
        return 0;
    }

    private int branch(Branch branch) {
        int depth = tree(branch.children[0]);
        int rows = 0;
        int entries = 0;
        for (int i = 0; i < branch.size; i++) {
            Tree child = branch.children[i];
            require(child.size > 0, "no empty nodes");
            require(i == 0 || tree(child) == depth, "all leaves are equally deep");
            require(i == 0 || separates(branch, i), "a separator separates");
            rows += child.rowCount;
            entries += child.entries();
        }
        require(branch.rowCount == rows && branch.entryCount == entries, "sums");
        for (int i = branch.size; i < branch.children.length; i++) {
            require(branch.children[i] == null, "nothing is kept alive");
        }
        require(branch.children.length - branch.size <= SLACK, "slack");
        return depth + 1;
    }

    private static boolean separates(Branch branch, int at) {
        Object first = ValueArray.get(branch.firsts, at);
        Tree right = branch.children[at].edge(-1);
        Tree left = branch.children[at - 1].edge(1);
        if (!(first instanceof Integer key)) {
            return ValueOrder.compare(first, ((Leaf) right).value(0)) <= 0
                    && ValueOrder.compare(((Leaf) left).value(left.size - 1), first) < 0;
        }
        if (right instanceof RowLeaf rows) {
            return key <= rows.rows[0] && key > ((RowLeaf) left).rows[left.size - 1];
        }
        return key <= (Integer) right.first() && key >= hash((Leaf) left, left.size - 1);
    }

    private static int hash(Leaf leaf, int at) {
        return Values.hash(leaf.value(at));
    }

    private void leaf(Leaf leaf) {
        Object values = leaf.values();
        boolean typed = values instanceof long[] || values instanceof double[] || values.getClass() == Object[].class;
        require(typed, "kinds of arrays");
        require(Array.getLength(values) - leaf.size <= SLACK, "slack");
        require(leaf.rowCount == leaf.rows(0, leaf.size), "rows");
        boolean hashed = leaf.size > 0 && leaf.first() instanceof Integer;
        for (int i = 0; i < leaf.size; i++) {
            int byHash = i == 0 || !hashed ? 0 : Integer.compare(hash(leaf, i - 1), hash(leaf, i));
            int byValue = i == 0 ? -1 : ValueOrder.compare(leaf.value(i - 1), leaf.value(i));
            require(byHash < 0 || (byHash == 0 && byValue < 0), "order");
            require(leaf.find(leaf.value(i), ValueMap.hash(leaf.value(i))) == i, "found again");
            Posting rows = leaf.posting(i);
            require((rows.size() == 1) == (leaf.row(i) != Leaf.SEVERAL), "one row has no posting");
            posting(rows);
        }
    }

    private static void ascend(int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            require(rows[i] > (i == 0 ? -1 : rows[i - 1]), "rows ascend");
        }
    }
}
