package io.dictdb.pickle;

import io.dictdb.pickle.Sequence.Kind;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The empty containers of a pickle. An instruction of one byte makes one, so until something is put into it or it is remembered, one of each kind stands for all of them: nobody
 * could tell, and a file of nothing else costs no more than the places that hold them.
 */
final class Empties {
    private final Dict dict = new Dict(Items.NOTHING);
    private final Map<Kind, Sequence> sequences = new EnumMap<>(Kind.class);

    Empties() {
        for (Kind kind : Kind.values()) {
            sequences.put(kind, new Sequence(kind, Items.NOTHING));
        }
    }

    Dict dict() {
        return dict;
    }

    @Nullable
    Sequence sequence(Kind kind) {
        return sequences.get(kind);
    }

    /** A new one like it, of a value that stands for all; null of any other. */
    @Nullable
    Items own(@Nullable Object value) {
        if (value == dict) {
            return new Dict(Items.NOTHING);
        }
        return value instanceof Sequence sequence && sequence == sequences.get(sequence.kind())
                ? new Sequence(sequence.kind(), Items.NOTHING)
                : null;
    }
}
