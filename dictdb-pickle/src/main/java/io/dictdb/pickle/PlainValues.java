package io.dictdb.pickle;

import io.dictdb.LoadOptions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes values of tables of what the machine left. What tables have no value for is an {@link IllegalArgumentException} that says what it is. */
final class PlainValues {
    private static final String NO_VALUE = ", which tables have no value for";

    /** Up to so many names are compared with each other. */
    private static final int FEW = 8;
    /** An array of bytes beside its bytes, two of which cost one. */
    private static final int ARRAY = 2;

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
        if (made instanceof Items items) {
            return nested(items, depth + 1);
        }
        if (made instanceof byte[] bytes) {
            budget.spend(ARRAY + bytes.length / 2);
            return bytes;
        }
        if (made instanceof Name name && name.isType()) {
            return name.python();
        }
        if (made instanceof Name || made instanceof Instance || made instanceof Foreign) {
            throw new Misfit(made + NO_VALUE);
        }
        if (made instanceof Oversized) {
            throw new Misfit(made.toString());
        }
        return made;
    }

    private Object nested(Items items, int depth) {
        Require.that(depth <= maxDepth, "nested deeper than ", maxDepth);
        budget.spendValue(items);
        items.enter();
        Object value = items instanceof Dict dict ? map(dict, depth) : list((Sequence) items, depth);
        items.leave();
        return value;
    }

    private List<@Nullable Object> list(Sequence sequence, int depth) {
        if (sequence.kind().isSet() && !setsAsLists) {
            throw new Misfit(sequence + NO_VALUE + "; LoadOptions.setsAsLists(true) makes it a list");
        }
        if (sequence.length() == 0) {
            return List.of();
        }
        @Nullable Object[] list = new @Nullable Object[sequence.length()];
        for (int i = 0; i < list.length; i++) {
            list[i] = value(sequence.item(i), depth);
        }
        return Arrays.asList(list);
    }

    private Map<String, @Nullable Object> map(Dict dict, int depth) {
        if (dict.length() == 0) {
            return Map.of();
        }
        String[] names = names(dict);
        @Nullable Object[] values = new @Nullable Object[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = value(dict.value(i), depth);
        }
        return new Fields(names, values);
    }

    private static String[] names(Dict dict) {
        String[] names = new String[dict.count()];
        Set<String> seen = names.length > FEW ? new HashSet<>() : Set.of();
        for (int i = 0; i < names.length; i++) {
            String name = name(dict.key(i));
            boolean isNew = names.length > FEW ? seen.add(name) : !contains(names, i, name);
            Require.that(isNew, "there is twice in a dict the key ", name);
            names[i] = name;
        }
        return names;
    }

    /** Whether a name is among the first so many. */
    private static boolean contains(String[] names, int count, String name) {
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                return true;
            }
        }
        return false;
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
        budget.spendValue(dict);
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < dict.count(); i++) {
            String name = name(dict.key(i));
            Require.that(!entries.containsKey(name), "there is twice ", name);
            entries.put(name, dict.value(i));
        }
        return entries;
    }
}
