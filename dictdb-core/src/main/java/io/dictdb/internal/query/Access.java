package io.dictdb.internal.query;

import io.dictdb.Explanation;
import io.dictdb.IndexType;
import io.dictdb.internal.index.Posting;
import io.dictdb.internal.index.Range;
import io.dictdb.internal.index.SortedIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A way to find rows: what an index, or several, propose. {@link #rows} is exactly the rows whose values lie in what was asked, ascending;
 * whether that is the whole condition is the plan's business.
 */
sealed interface Access {
    /** How many rows it yields: exact for one index, an upper bound for several. */
    long estimate();

    int[] rows();

    Explanation.Access kind();

    /** The fields whose indexes are read. */
    List<String> fields();

    /** In words, for people. */
    String words();

    /** How many rows {@link #rows} has. */
    default long count() {
        return rows().length;
    }

    /** No row at all. */
    record Nothing() implements Access {
        @Override
        public long estimate() {
            return 0;
        }

        @Override
        public int[] rows() {
            return new int[0];
        }

        @Override
        public Explanation.Access kind() {
            return Explanation.Access.NOTHING;
        }

        @Override
        public List<String> fields() {
            return List.of();
        }

        @Override
        public String words() {
            return "nothing to look for";
        }
    }

    /** The rows of some primary keys. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Keys(String field, int[] rows) implements Access {
        @Override
        public int[] rows() {
            return rows.clone();
        }

        @Override
        public long estimate() {
            return rows.length;
        }

        @Override
        public Explanation.Access kind() {
            return Explanation.Access.KEY;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public String words() {
            return "primary key " + field;
        }
    }

    /** The rows of some values, null among them where asked. */
    record Lookup(String field, IndexType type, List<Posting> postings) implements Access {
        @Override
        public long estimate() {
            return postings.stream().mapToLong(Posting::size).sum();
        }

        @Override
        public long count() {
            return estimate();
        }

        @Override
        public int[] rows() {
            RowBag bag = new RowBag(estimate());
            postings.forEach(bag::add);
            return bag.sorted();
        }

        @Override
        public Explanation.Access kind() {
            return type == IndexType.HASH ? Explanation.Access.HASH : Explanation.Access.SORTED;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public String words() {
            return "index " + field + (type == IndexType.HASH ? " (hash)" : " (sorted)");
        }
    }

    /** The rows of a range of values. */
    record Ranged(String field, SortedIndex index, Range range, long estimate) implements Access {
        @Override
        public long count() {
            return estimate;
        }

        @Override
        public int[] rows() {
            RowBag bag = new RowBag(estimate);
            index.forEachIn(range, (value, rows) -> bag.add(rows));
            return bag.sorted();
        }

        @Override
        public Explanation.Access kind() {
            return Explanation.Access.SORTED;
        }

        @Override
        public List<String> fields() {
            return List.of(field);
        }

        @Override
        public String words() {
            return "index " + field + " (sorted)";
        }
    }

    /** What all parts have; the first is the smallest. */
    record Both(List<Access> parts) implements Access {
        @Override
        public long estimate() {
            return parts.get(0).estimate();
        }

        @Override
        public int[] rows() {
            int[] rows = parts.get(0).rows();
            for (Access part : parts.subList(1, parts.size())) {
                rows = part instanceof Lookup one && one.postings.size() == 1
                        ? within(rows, one.postings.get(0))
                        : within(rows, part.rows());
            }
            return rows;
        }

        private static int[] within(int[] rows, Posting posting) {
            return IntStream.of(rows).filter(posting::contains).toArray();
        }

        private static int[] within(int[] rows, int[] others) {
            int n = 0;
            int j = 0;
            for (int row : rows) {
                while (j < others.length && others[j] < row) {
                    j++;
                }
                if (j < others.length && others[j] == row) {
                    rows[n++] = row;
                }
            }
            return Arrays.copyOf(rows, n);
        }

        @Override
        public Explanation.Access kind() {
            return Explanation.Access.INTERSECTION;
        }

        @Override
        public List<String> fields() {
            return Access.fields(parts);
        }

        @Override
        public String words() {
            return parts.stream().map(Access::words).collect(Collectors.joining(" and "));
        }
    }

    /** What any part has. */
    record Either(List<Access> parts) implements Access {
        @Override
        public long estimate() {
            return parts.stream().mapToLong(Access::estimate).sum();
        }

        @Override
        public int[] rows() {
            RowBag bag = new RowBag(estimate());
            parts.forEach(part -> bag.add(part.rows()));
            return bag.sorted();
        }

        @Override
        public Explanation.Access kind() {
            return Explanation.Access.UNION;
        }

        @Override
        public List<String> fields() {
            return Access.fields(parts);
        }

        @Override
        public String words() {
            return parts.stream().map(Access::words).distinct().collect(Collectors.joining(" or "));
        }
    }

    private static List<String> fields(List<Access> parts) {
        List<String> fields = new ArrayList<>();
        parts.forEach(part -> fields.addAll(part.fields()));
        return fields.stream().distinct().toList();
    }
}
