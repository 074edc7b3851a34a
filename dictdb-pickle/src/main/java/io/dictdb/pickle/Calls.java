package io.dictdb.pickle;

import io.dictdb.pickle.Sequence.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a pickle may call: the few functions that older protocols need to say plain data. Each is done here; nothing else is. */
final class Calls {
    private static final String NOT_PLAIN = ", which plain data does not need";

    private final Budget budget;

    Calls(Budget budget) {
        this.budget = budget;
    }

    Object call(@Nullable Object function, @Nullable Object arguments) {
        if (function instanceof Name name && arguments instanceof Sequence given && given.kind() == Kind.TUPLE) {
            return call(name, given);
        }
        throw new IllegalArgumentException("it calls what is no function of plain data");
    }

    private Object call(Name name, Sequence given) {
        return switch (name) {
            case RECONSTRUCTOR -> reconstructed(given);
            case ENCODE -> encoded(given);
            case BYTES -> none(given);
            case SET -> set(Kind.SET, given);
            case FROZENSET -> set(Kind.FROZENSET, given);
            default -> throw new IllegalArgumentException("it calls " + name.python() + NOT_PLAIN);
        };
    }

    /** How protocols 0 and 1 make an object: its class, the class that it is built on, and that one's value. */
    private static Instance reconstructed(Sequence given) {
        Require.that(
                given.length() == 3 && given.item(1) == Name.OBJECT && given.item(2) == null,
                "it makes an object in an unknown way");
        return instance(given.item(0), true);
    }

    /** An object that is made without arguments. */
    static Instance instance(@Nullable Object type, boolean plainly) {
        if (!plainly || !(type instanceof Name name)) {
            throw new IllegalArgumentException("it makes an object in an unknown way");
        }
        return new Instance(name);
    }

    /** How protocols before 3 say bytes: as characters up to 255. */
    private byte[] encoded(Sequence given) {
        if (given.length() != 2 || !(given.item(0) instanceof String text) || !"latin1".equals(given.item(1))) {
            throw new IllegalArgumentException("it encodes something else than a string as latin1");
        }
        budget.spend(text.length());
        Require.that(text.chars().allMatch(c -> c <= 0xFF), "a string that stands for bytes has other characters");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] none(Sequence given) {
        Require.that(given.length() == 0, "it calls bytes with arguments" + NOT_PLAIN);
        return new byte[0];
    }

    private Sequence set(Kind kind, Sequence given) {
        if (given.length() != 1 || !(given.item(0) instanceof Sequence list) || list.kind() != Kind.LIST) {
            throw new IllegalArgumentException("it makes " + kind.words() + " of something else than one list");
        }
        budget.spend(list.length());
        return new Sequence(kind, list.copy());
    }
}
