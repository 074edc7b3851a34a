package io.dictdb.internal.query;

import io.dictdb.Condition;
import io.dictdb.internal.index.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What indexes propose for parts that must all hold. Bounds on one field are joined into one range first. The smallest proposal leads;
 * another is intersected with it where reading its row numbers costs less than going to the records that it rules out.
 */
final class Conjunction {
    private final Proposals proposals;
    private final List<Condition> parts;
    private final List<Part> indexed = new ArrayList<>();
    private final SortedMap<Integer, Condition> rest = new TreeMap<>();

    Conjunction(Proposals proposals, List<Condition> parts) {
        this.proposals = proposals;
        this.parts = parts;
    }

    @Nullable
    Candidate candidate() {
        propose();
        if (indexed.isEmpty()) {
            return null;
        }
        indexed.sort(Comparator.comparingLong(part -> part.candidate.access().estimate()));
        List<Access> chosen = new ArrayList<>();
        double rows = indexed.get(0).candidate.access().estimate();
        double table = Math.max(1, proposals.rows());
        for (Part part : indexed) {
            Access access = part.candidate.access();
            double saved = rows * (1 - access.estimate() / table) * Cost.FETCH;
            if (chosen.isEmpty() || access.estimate() * Cost.COLLECT < saved) {
                chosen.add(access);
                rows = chosen.size() == 1 ? rows : rows * access.estimate() / table;
                keep(part);
            } else {
                rest.putAll(part.conditions);
            }
        }
        return new Candidate(chosen.size() == 1 ? chosen.get(0) : new Access.Both(chosen), residual());
    }

    private void keep(Part part) {
        if (!part.candidate.isExact()) {
            rest.put(part.conditions.firstKey(), part.candidate.residual());
        }
    }

    /** What is left to be tested, in the order in which the caller wrote it: a test may rely on those before it. */
    private Condition residual() {
        List<Condition> left = List.copyOf(rest.values());
        return left.size() == 1 ? left.get(0) : new Condition.And(left);
    }

    private void propose() {
        Map<String, Part> ranges = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Condition part = parts.get(i);
            Range range = Ranges.of(part);
            boolean bound =
                    range != null && !(part instanceof Condition.Comparison c && c.operator() == Condition.Operator.EQ);
            Candidate candidate = proposals.of(part);
            if (candidate == null) {
                rest.put(i, part);
            } else if (bound) {
                join(ranges, Ranges.fieldOf(part).orElseThrow(), Objects.requireNonNull(range), i);
            } else {
                indexed.add(new Part(candidate, null, new TreeMap<>(Map.of(i, part))));
            }
        }
        indexed.addAll(ranges.values());
    }

    private void join(Map<String, Part> ranges, String field, Range range, int place) {
        Part known = ranges.get(field);
        Range joined = known == null || known.range == null ? range : known.range.intersect(range);
        SortedMap<Integer, Condition> conditions = known == null ? new TreeMap<>() : known.conditions;
        conditions.put(place, parts.get(place));
        ranges.put(field, new Part(Objects.requireNonNull(proposals.range(field, joined)), joined, conditions));
    }

    private record Part(Candidate candidate, @Nullable Range range, SortedMap<Integer, Condition> conditions) {}
}
