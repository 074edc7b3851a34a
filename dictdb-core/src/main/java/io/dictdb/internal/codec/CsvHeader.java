package io.dictdb.internal.codec;

import io.dictdb.internal.value.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Names for the columns. An empty name becomes {@code col_N}, counted from 0; a name that stands a second time becomes {@code name_2}, or
 * the next number whose name no column has by itself: {@code a,a,a_2} gives a, a_3, a_2.
 */
final class CsvHeader {
    private CsvHeader() {}

    static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(CsvHeader::numberedName).toList();
    }

    private static String numberedName(int column) {
        return "col_" + column;
    }

    static List<String> unique(List<String> header) throws CsvFault {
        List<String> names = named(header);
        Set<String> taken = new HashSet<>(names);
        Set<String> seen = new HashSet<>();
        Map<String, Integer> last = new HashMap<>();
        List<String> unique = new ArrayList<>(names.size());
        for (String name : names) {
            unique.add(checked(seen.add(name) ? name : another(name, taken, last), unique.size()));
        }
        return List.copyOf(unique);
    }

    private static List<String> named(List<String> header) {
        return IntStream.range(0, header.size())
                .mapToObj(i -> header.get(i).isEmpty() ? numberedName(i) : header.get(i))
                .toList();
    }

    /** The numbers already tried are remembered: a thousand columns of one name are not tried a thousand times each. */
    private static String another(String name, Set<String> taken, Map<String, Integer> last) {
        String candidate;
        do {
            candidate = name + "_" + last.merge(name, 2, (number, ignored) -> number + 1);
        } while (!taken.add(candidate));
        return candidate;
    }

    private static String checked(String name, int column) throws CsvFault {
        if (name.length() > Limits.NAME_CHARS) {
            String what =
                    "header, column " + (column + 1) + ": a name of more than " + Limits.NAME_CHARS + " characters";
            throw new CsvFault(what, null);
        }
        return name;
    }
}
