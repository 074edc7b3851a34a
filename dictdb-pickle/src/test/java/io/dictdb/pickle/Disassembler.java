package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Walks through a pickle of protocol 4 without making anything of it: which instructions it has, what they take, and that the stack comes out even. */
final class Disassembler {
    private static final Set<String> TYPES = Set.of(
            "dictdb.storage.database.DictDB",
            "dictdb.core.table.Table",
            "builtins.int",
            "builtins.str",
            "builtins.float",
            "builtins.bool",
            "builtins.list",
            "builtins.dict");
    private static final int BATCH = 1_000;
    private static final Integer VALUE = 0;

    private final ByteBuffer in;
    private final List<String> instructions = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final List<Object> stack = new ArrayList<>();
    private final List<Object> memo = new ArrayList<>();

    Disassembler(byte[] pickle) {
        in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Checks all of it and returns the instructions. */
    List<String> check() {
        assertThat(in.getShort()).as("protocol 4").isEqualTo((short) 0x0480);
        while (step(in.get() & 0xFF)) {
            assertThat(stack.size()).isGreaterThanOrEqualTo(marks.isEmpty() ? 0 : marks.peek());
        }
        assertThat(in.hasRemaining()).as("something behind the end").isFalse();
        assertThat(stack).containsExactly("object dictdb.storage.database.DictDB");
        assertThat(marks).isEmpty();
        return instructions;
    }

    private boolean step(int op) {
        instructions.add(op < 0x80 ? String.valueOf((char) op) : Integer.toHexString(op));
        switch (op) {
            case 'N', 0x88, 0x89 -> stack.add(VALUE);
            case 'K' -> skip(1);
            case 'M' -> skip(2);
            case 'J' -> skip(4);
            case 'G' -> skip(8);
            case 0x8a, 'C' -> skip(in.get() & 0xFF);
            case 0x8b, 'B' -> skip(in.getInt());
            case 0x8c -> stack.add(text(in.get() & 0xFF));
            case 'X' -> stack.add(text(in.getInt()));
            case ']', ')' -> stack.add(op);
            case '}' -> stack.add(new ArrayList<>());
            case '(' -> marks.push(stack.size());
            case 'e' -> {
                batch(1);
                assertThat(stack.get(stack.size() - 1)).isEqualTo((int) ']');
            }
            case 'u' -> {
                List<Object> keys = batch(2);
                keys().addAll(keys);
            }
            case 0x94 -> memoised();
            case 'h' -> stack.add(memo.get(in.get() & 0xFF));
            case 'j' -> stack.add(memo.get(in.getInt()));
            case 0x93 -> type();
            case 0x81 -> object();
            case 'b' -> attributes();
            case '.' -> {
                return false;
            }
            default -> throw new AssertionError("instruction " + Integer.toHexString(op) + " at " + in.position());
        }
        return true;
    }

    private Object pop() {
        return stack.remove(stack.size() - 1);
    }

    private void skip(int bytes) {
        in.position(in.position() + bytes);
        stack.add(VALUE);
    }

    private String text(int bytes) {
        byte[] text = new byte[bytes];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Takes what is above the mark away, and returns each first of so many. */
    private List<Object> batch(int each) {
        List<Object> items = stack.subList(marks.pop(), stack.size());
        assertThat(items.size() % each).isZero();
        assertThat(items.size() / each).isBetween(0, BATCH);
        List<Object> firsts = new ArrayList<>();
        for (int i = 0; i < items.size(); i += each) {
            firsts.add(items.get(i));
        }
        items.clear();
        return firsts;
    }

    /** The keys of the dict on top. */
    @SuppressWarnings("unchecked")
    private List<Object> keys() {
        return (List<Object>) stack.get(stack.size() - 1);
    }

    private void attributes() {
        List<Object> keys = keys();
        pop();
        if (stack.get(stack.size() - 1).equals("object dictdb.core.table.Table")) {
            assertThat(keys).containsExactly("table_name", "primary_key", "records", "schema", "_next_pk");
        } else {
            assertThat(keys).containsExactly("tables");
        }
    }

    /** Only names: never anything that can be changed. */
    private void memoised() {
        Object top = stack.get(stack.size() - 1);
        assertThat(top).isInstanceOf(String.class);
        memo.add(top);
    }

    private void type() {
        String name = (String) pop();
        String type = pop() + "." + name;
        assertThat(type).isIn(TYPES);
        stack.add(type);
    }

    private void object() {
        assertThat(pop()).isEqualTo((int) ')');
        stack.add("object " + pop());
    }
}
