package io.dictdb.pickle;

import io.dictdb.LoadOptions;
import io.dictdb.UnsupportedFormatException;
import io.dictdb.pickle.Sequence.Kind;
import io.dictdb.spi.SourceFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/* Runs the instructions of a pickle, protocols 0 to 5.
 *
 * A pickle is a program for a machine with a stack and a memo. Python's runs any function that a file names, which is why files of strangers must not be given to it. This
 * one knows a closed list of names (Name) and of things that can be done with them (Calls), and makes nothing but nulls, Booleans, Longs, BigIntegers, Doubles, Strings,
 * byte[], Sequences, Dicts and Instances, none of which calls anything when it is made. Any other name becomes a mark that holds its words (Foreign); calling, building and
 * filling it leave the same mark and drop what they take. Nothing is looked up by a name of the file, so no class is loaded. A file with such a mark is never loaded: it only
 * goes on being read so that the refusal can say which record holds it.
 *
 * Time and memory are bounded by the bytes read: each instruction does an amount of work that its own bytes bound, or is counted by the Budget. Values may be nested
 * without end and hold themselves; the machine never walks into them, and PlainValues bounds how deep it does. */

/** What makes the values of a pickle. Damage is an {@link IllegalArgumentException}. */
final class Machine {
    private static final int NEWEST = 5;

    private final SourceFile file;
    private final Input in;
    private final Scalars scalars;
    private final Calls calls;
    private final Budget budget;
    private final Globals globals;
    private final Empties empties = new Empties();
    private final Stack stack = new Stack();
    private final Memo memo = new Memo();
    private long frameEnd;

    Machine(SourceFile file, Input in, Budget budget, Globals globals) {
        LoadOptions options = file.options();
        this.file = file;
        this.in = in;
        this.scalars = new Scalars(in, options);
        this.calls = new Calls(budget);
        this.budget = budget;
        this.globals = globals;
    }

    /** The value that the program leaves. */
    @Nullable
    Object run() throws IOException {
        int op = in.u1();
        for (; op != Op.STOP; op = in.u1()) {
            step(op);
        }
        endFrame();
        Object result = stack.pop();
        Require.that(stack.isEmpty(), "it leaves more than one value");
        return result;
    }

    private void step(int op) throws IOException {
        switch (op) {
            case Op.MARK -> stack.mark();
            case Op.POP -> stack.drop();
            case Op.POP_MARK -> stack.popToMark();
            case Op.DUP -> stack.push(own());
            case Op.PROTO -> protocol(in.u1());
            case Op.FRAME -> frame(in.i8());
            case Op.GLOBAL -> stack.push(globals.of(scalars.name(), scalars.name()));
            case Op.STACK_GLOBAL -> named(stack.pop(2));
            case Op.REDUCE -> reduce(stack.pop(), stack.pop());
            case Op.NEWOBJ -> create(stack.pop(), stack.pop());
            case Op.NEWOBJ_EX -> create(stack.pop(3)[0]);
            case Op.BUILD -> build(stack.pop());
            default -> container(op);
        }
    }

    private void container(int op) throws IOException {
        switch (op) {
            case Op.EMPTY_LIST -> stack.push(empties.sequence(Kind.LIST));
            case Op.EMPTY_TUPLE -> stack.push(empties.sequence(Kind.TUPLE));
            case Op.EMPTY_SET -> stack.push(empties.sequence(Kind.SET));
            case Op.EMPTY_DICT -> stack.push(empties.dict());
            case Op.LIST -> push(new Sequence(Kind.LIST, stack.popToMark()));
            case Op.TUPLE -> push(new Sequence(Kind.TUPLE, stack.popToMark()));
            case Op.TUPLE1 -> push(new Sequence(Kind.TUPLE, stack.pop(1)));
            case Op.TUPLE2 -> push(new Sequence(Kind.TUPLE, stack.pop(2)));
            case Op.TUPLE3 -> push(new Sequence(Kind.TUPLE, stack.pop(3)));
            case Op.FROZENSET -> push(new Sequence(Kind.FROZENSET, stack.popToMark()));
            case Op.DICT -> push(new Dict(stack.popToMark()));
            case Op.APPEND -> addAll(Kind.LIST, stack.pop(1));
            case Op.APPENDS -> addAll(Kind.LIST, stack.popToMark());
            case Op.ADDITEMS -> addAll(Kind.SET, stack.popToMark());
            case Op.SETITEM -> putAll(stack.pop(2));
            case Op.SETITEMS -> putAll(stack.popToMark());
            default -> memo(op);
        }
    }

    private void push(Items made) {
        budget.spendContainer();
        stack.push(made);
    }

    /** The top before something is done to it: an empty container becomes one of its own. */
    private @Nullable Object own() {
        Items own = empties.own(stack.top());
        if (own != null) {
            stack.pop();
            push(own);
        }
        return stack.top();
    }

    private void memo(int op) throws IOException {
        switch (op) {
            case Op.MEMOIZE -> memo.add(own());
            case Op.PUT -> put(scalars.index());
            case Op.BINPUT -> put(in.u1());
            case Op.LONG_BINPUT -> put(in.u4());
            case Op.GET -> stack.push(memo.get(scalars.index()));
            case Op.BINGET -> stack.push(memo.get(in.u1()));
            case Op.LONG_BINGET -> stack.push(memo.get(in.u4()));
            default -> stack.push(scalars.read(op));
        }
    }

    private void protocol(int version) throws UnsupportedFormatException {
        Require.that(in.offset() == 2, "it states its protocol not at its beginning");
        if (version > NEWEST) {
            throw file.unsupported(version, NEWEST);
        }
    }

    /** Frames tell a reader how much to fetch; here it only matters that they end where something does. */
    private void frame(long length) {
        endFrame();
        Require.that(length >= 0, "a frame has a length of ", length);
        frameEnd = in.offset() + Math.min(length, Long.MAX_VALUE - in.offset());
    }

    private void endFrame() {
        Require.that(in.offset() >= frameEnd, "a frame goes on where it must have ended");
    }

    private void reduce(@Nullable Object arguments, @Nullable Object function) {
        stack.push(calls.call(function, arguments));
    }

    private void named(@Nullable Object[] moduleAndName) {
        stack.push(globals.of(moduleAndName[0], moduleAndName[1]));
    }

    /** With arguments by name, which no class has that plain data needs. */
    private void create(@Nullable Object type) {
        stack.push(Calls.instance(type, false));
    }

    private void create(@Nullable Object arguments, @Nullable Object type) {
        boolean none = arguments instanceof Sequence given && given.kind() == Kind.TUPLE && given.length() == 0;
        stack.push(Calls.instance(type, none));
    }

    private void build(@Nullable Object state) {
        if (stack.top() instanceof Foreign) {
            return;
        }
        if (!(stack.top() instanceof Instance instance)) {
            throw new IllegalArgumentException("it builds what is no object");
        }
        instance.build(state);
    }

    private void addAll(Kind kind, @Nullable Object[] items) {
        if (stack.top() instanceof Foreign) {
            return;
        }
        if (!(own() instanceof Sequence target) || target.kind() != kind) {
            throw new IllegalArgumentException("it adds to what is not " + kind.words());
        }
        target.addAll(items);
    }

    private void putAll(@Nullable Object[] keysAndValues) {
        if (stack.top() instanceof Foreign) {
            return;
        }
        if (!(own() instanceof Dict target)) {
            throw new IllegalArgumentException("it puts a key into what is no dict");
        }
        target.putAll(keysAndValues);
    }

    private void put(long index) {
        memo.put(index, own());
    }
}
