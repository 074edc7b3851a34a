package io.dictdb.pickle;

import io.dictdb.LoadOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values of tables of what the machine left. What tables have no value for is an {@link IllegalArgumentException} that says what it is. */
final class PlainValues {
    private static final String NO_VALUE = ", which tables have no value for";

    private final int maxDepth;
    private final boolean setsAsLists;
    private final Budget budget;

    PlainValues(LoadOptions options, Budget budget) {
        this.maxDepth = options.maxDepth();
        this.setsAsLists = options.setsAsLists();
        this.budget = budget;
    }

    /** The value for something that stands in so many containers. */
    @Nullable
    Object value(@Nullable Object made, int depth) {
        budget.spend(1);
        if (made instanceof Items items) {
            return nested(items, depth + 1);
        }
        if (made instanceof byte[] bytes) {
            budget.spend(bytes.length / 2);
            return bytes;
        }
        if (made instanceof Name name && name.isType()) {
            return name.python();
        }
        if (made instanceof Name || made instanceof Instance) {
            throw new Misfit(made + NO_VALUE);
        }
        if (made instanceof Oversized) {
            throw new Misfit(made.toString());
        }
        return made;
    }

    private Object nested(Items items, int depth) {
        Require.that(depth <= maxDepth, "nested deeper than ", maxDepth);
        items.enter();
        Object value = items instanceof Dict dict ? map(dict, depth) : list((Sequence) items, depth);
        items.leave();
        return value;
    }

    private List<@Nullable Object> list(Sequence sequence, int depth) {
        if (sequence.kind().isSet() && !setsAsLists) {
            throw new Misfit(sequence + NO_VALUE + "; LoadOptions.setsAsLists(true) makes it a list");
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < sequence.length(); i++) {
            list.add(value(sequence.item(i), depth));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(Dict dict, int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < dict.count(); i++) {
            String name = name(dict.key(i));
            Require.that(!map.containsKey(name), "there is twice in a dict the key ", name);
            map.put(name, value(dict.value(i), depth));
        }
        return map;
    }

    /** The name that a key of a map must be. */
    static String name(@Nullable Object key) {
        if (key instanceof String name) {
            return name;
        }
        throw new Misfit("a dict with the key " + Words.of(key) + NO_VALUE + ", as keys of maps are strings");
    }

    /** The entries of a dict whose keys are names, in order and as the machine made them. */
    Map<String, @Nullable Object> entries(Dict dict) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < dict.count(); i++) {
            budget.spend(1);
            String name = name(dict.key(i));
            Require.that(!entries.containsKey(name), "there is twice ", name);
            entries.put(name, dict.value(i));
        }
        return entries;
    }
}
