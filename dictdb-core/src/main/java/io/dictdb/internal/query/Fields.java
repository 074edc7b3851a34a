package io.dictdb.internal.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the fields that a query reads, so that a cursor finds each column once a page and not once a record. */
final class Fields {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String field) {
        return numbers.computeIfAbsent(field, name -> {
            names.add(name);
            return names.size() - 1;
        });
    }

    String[] names() {
        return names.toArray(new String[0]);
    }
}
