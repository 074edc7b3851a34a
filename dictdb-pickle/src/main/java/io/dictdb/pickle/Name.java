package io.dictdb.pickle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names that mean something in a pickle. Each stands for itself: nothing is looked up, loaded or made because a file names it. A name that is not here is {@link Foreign}.
 * Pickles before protocol 3 use the words of Python 2.
 */
enum Name {
    INT("int", "builtins int", "__builtin__ int", "__builtin__ long"),
    STR("str", "builtins str", "__builtin__ str", "__builtin__ unicode"),
    FLOAT("float", "builtins float", "__builtin__ float"),
    BOOL("bool", "builtins bool", "__builtin__ bool"),
    LIST("list", "builtins list", "__builtin__ list"),
    DICT("dict", "builtins dict", "__builtin__ dict"),
    TUPLE("tuple", "builtins tuple", "__builtin__ tuple"),
    SET("set", "builtins set", "__builtin__ set"),
    FROZENSET("frozenset", "builtins frozenset", "__builtin__ frozenset"),
    BYTES("bytes", "builtins bytes", "__builtin__ bytes"),
    BYTEARRAY("bytearray", "builtins bytearray", "__builtin__ bytearray"),
    OBJECT("object", "builtins object", "__builtin__ object"),
    RECONSTRUCTOR("_reconstructor", "copy_reg _reconstructor", "copyreg _reconstructor"),
    ENCODE("encode", "_codecs encode"),
    DATABASE("DictDB", "dictdb.storage.database DictDB"),
    TABLE("Table", "dictdb.core.table Table");

    private static final Map<String, Name> BY_WORDS = Arrays.stream(values())
            .flatMap(name -> name.words.stream().map(words -> Map.entry(words, name)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Map<Name, Class<?>> CLASSES = Map.of(
            INT, Long.class,
            STR, String.class,
            FLOAT, Double.class,
            BOOL, Boolean.class,
            LIST, List.class,
            DICT, Map.class);
    private static final Map<Class<?>, Name> BY_CLASS =
            CLASSES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private final String python;
    private final List<String> words;

    Name(String python, String... words) {
        this.python = python;
        this.words = List.of(words);
    }

    /** The one of a module and a name there; null where that means nothing here. */
    static @Nullable Name of(String module, String name) {
        return BY_WORDS.get(module + " " + name);
    }

    /** The name in Python 3. */
    String python() {
        return python;
    }

    /** The module that has it in Python 3. */
    String module() {
        return words.get(0).substring(0, words.get(0).indexOf(' '));
    }

    @Override
    public String toString() {
        return module() + "." + python;
    }

    /** Whether it is a class that values have, so that its name says something as a value. */
    boolean isType() {
        return compareTo(BYTEARRAY) <= 0;
    }

    /** The class of values of a field that a schema gives this type; empty where tables have none. */
    Optional<Class<?>> type() {
        return Optional.ofNullable(CLASSES.get(this));
    }

    /** The type that a schema names for a class of values; empty where Python DictDB has none. */
    static Optional<Name> of(Class<?> type) {
        return Optional.ofNullable(BY_CLASS.get(type));
    }
}
