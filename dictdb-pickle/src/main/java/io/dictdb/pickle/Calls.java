package io.dictdb.pickle;

import io.dictdb.pickle.Sequence.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a pickle may call: the few functions that older protocols need to say plain data. Each is done here; nothing else is. A call of what is {@link Foreign} is passed over:
 * whatever its arguments are, the result is the same mark.
 */
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
        if (function instanceof Foreign) {
            return function;
        }
        throw new IllegalArgumentException("it calls what is no function of plain data");
    }

    private Object call(Name name, Sequence given) {
        return switch (name) {
            case RECONSTRUCTOR -> reconstructed(given);
            case ENCODE -> encoded(given);
            case BYTES -> none(given);
            case BYTEARRAY -> array(given);
            case SET -> set(Kind.SET, given);
            case FROZENSET -> set(Kind.FROZENSET, given);
            default -> throw new IllegalArgumentException("it calls " + name.python() + NOT_PLAIN);
        };
    }

    /** How protocols 0 and 1 make an object: its class, the class that it is built on, and that one's value. */
    private static Object reconstructed(Sequence given) {
        Require.that(given.length() == 3, "it makes an object in an unknown way");
        if (given.item(0) instanceof Foreign foreign) {
            return foreign;
        }
        Require.that(given.item(1) == Name.OBJECT && given.item(2) == null, "it makes an object in an unknown way");
        return instance(given.item(0), true);
    }

    /** An object that is made without arguments. */
    static Object instance(@Nullable Object type, boolean plainly) {
        if (type instanceof Foreign) {
            return type;
        }
        if (!plainly || !(type instanceof Name name)) {
            throw new IllegalArgumentException("it makes an object in an unknown way");
        }
        return new Instance(name);
    }

    /** How protocols before 3 say bytes: as characters up to 255. */
    private byte[] encoded(Sequence given) {
        return latin1(given, "latin1");
    }

    /** How protocols before 5 say a bytearray: empty, made of bytes, or, before Python 3.8 and protocol 3, of characters. Nothing here changes bytes, so they need no copy. */
    private byte[] array(Sequence given) {
        if (given.length() == 0) {
            return new byte[0];
        }
        return given.length() == 1 && given.item(0) instanceof byte[] bytes ? bytes : latin1(given, "latin-1");
    }

    private byte[] latin1(Sequence given, String encoding) {
        if (given.length() != 2 || !(given.item(0) instanceof String text) || !encoding.equals(given.item(1))) {
            throw new IllegalArgumentException("it makes bytes of something else than a string as latin1");
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
