package io.dictdb.pickle;

import org.jspecify.annotations.Nullable;

/** What stands for an object of Python: what it is said to be and, once, its attributes. */
final class Instance {
    private final Name type;
    private @Nullable Dict attributes;

    Instance(Name type) {
        Require.that(type == Name.DATABASE || type == Name.TABLE, "it makes an object of " + type.python());
        this.type = type;
    }

    void build(@Nullable Object state) {
        Require.that(
                state instanceof Dict && attributes == null, "it builds an object of something else than one dict");
        attributes = (Dict) state;
    }

    /** The attributes of one that must be of a type. */
    static Dict attributes(@Nullable Object value, Name type) {
        if (value instanceof Foreign foreign) {
            throw new IllegalArgumentException(foreign.complaint());
        }
        Dict found = value instanceof Instance instance && instance.type == type ? instance.attributes : null;
        if (found == null) {
            throw new IllegalArgumentException("there is no " + type.python() + " where one must be");
        }
        return found;
    }

    @Override
    public String toString() {
        return "an object of " + type.python();
    }
}
