package io.dictdb.internal.engine;

import io.dictdb.DuplicateTableException;
import io.dictdb.TableNotFoundException;
import io.dictdb.internal.file.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All tables at one commit: what is published. A commit to one table copies an array of references to the others; names are copied only
 * when a table comes or goes.
 *
 * @param sequence the number of the commit
 * @param slots the place of each table by name, in order of creation
 * @param states the tables by place; null where one was dropped
 * @param origin the file that holds this very commit, if it was read from one and has not been changed since
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Root(
        long sequence,
        Map<String, Integer> slots,
        @Nullable TableState[] states,
        @Nullable Origin origin) {
    static final Root EMPTY = new Root(0, Map.of(), new @Nullable TableState[0], null);

    /** All tables at once: one after the other, {@link #created} would copy them all for each. */
    static Root of(List<TableState> tables) {
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (TableState table : tables) {
            String name = table.definition().name;
            refuseTaken(slots.putIfAbsent(name, slots.size()) != null, name);
        }
        return new Root(0, slots, tables.toArray(new @Nullable TableState[0]), null);
    }

    /** The state of a table by name, or null. */
    @Nullable
    TableState find(String name) {
        Integer slot = slots.get(name);
        return slot == null ? null : states[slot];
    }

    /** The state of the very table of a definition, or null. */
    @Nullable
    TableState find(TableDefinition definition) {
        TableState state = find(definition.name);
        return state == null || state.definition() != definition ? null : state;
    }

    /** The state of a table by name. */
    TableState named(String name) {
        TableState state = find(name);
        if (state == null) {
            throw new TableNotFoundException("There is no table '" + name + "'; there are " + names(), name);
        }
        return state;
    }

    /** The state of the very table of a definition. */
    TableState of(TableDefinition definition) {
        TableState state = find(definition);
        if (state == null) {
            throw new TableNotFoundException("Table '" + definition.name + "' has been dropped", definition.name);
        }
        return state;
    }

    List<String> names() {
        return List.copyOf(slots.keySet());
    }

    /** All tables, in order of creation. */
    List<TableState> tables() {
        return slots.keySet().stream().map(this::named).toList();
    }

    /** Whether the number is that of a commit: a file may not tell it. */
    boolean tellsCommit() {
        return sequence > 0;
    }

    /** The same tables under another number. */
    Root numbered(long commit) {
        return new Root(commit, slots, states, null);
    }

    /** The same with all indexes built anew. */
    Root indexed(Steps steps) {
        List<TableState> tables = tables().stream()
                .map(state -> state.indexed(state.description().indexes(), steps))
                .toList();
        Root built = Root.of(tables);
        return new Root(sequence, built.slots, built.states, origin);
    }

    /** The same where nothing has been done yet, as far as anybody counts. */
    Root uncounted() {
        @Nullable TableState[] fresh = states.clone();
        Arrays.setAll(fresh, i -> states[i] == null ? null : states[i].with(Tally.NONE));
        return new Root(sequence, slots, fresh, origin);
    }

    /** The same commit, which a file holds. */
    Root in(Origin file) {
        return new Root(sequence, slots, states, file);
    }

    /** These tables, with another state of one. */
    Root with(TableState state) {
        of(state.definition());
        @Nullable TableState[] next = states.clone();
        next[slots.getOrDefault(state.definition().name, -1)] = state;
        return new Root(sequence, slots, next, null);
    }

    void refuseTaken(String name) {
        refuseTaken(slots.containsKey(name), name);
    }

    static void refuseTaken(boolean taken, String name) {
        if (taken) {
            throw new DuplicateTableException(
                    "There is a table '" + name + "' already; drop it first or choose another name", name);
        }
    }

    /** These tables and one more. */
    Root created(TableState state) {
        String name = state.definition().name;
        refuseTaken(name);
        int free = new ArrayList<>(Arrays.asList(states)).indexOf(null);
        int slot = free < 0 ? states.length : free;
        @Nullable TableState[] next = Arrays.copyOf(states, Math.max(states.length, slot + 1));
        next[slot] = state;
        Map<String, Integer> more = new LinkedHashMap<>(slots);
        more.put(name, slot);
        return new Root(sequence, more, next, null);
    }

    /** These tables less one. */
    Root dropped(String name) {
        @Nullable TableState[] next = states.clone();
        Map<String, Integer> fewer = new LinkedHashMap<>(slots);
        Integer slot = fewer.remove(named(name).definition().name);
        next[slot == null ? -1 : slot] = null;
        return new Root(sequence, fewer, next, null);
    }
}
