package io.dictdb;

import io.dictdb.internal.value.Arguments;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A form in which a whole database is kept in a file. Immutable; two of the same name are equal.
 *
 * <p>Any of them is compressed where the file's name ends with {@code .gz}.
 */
public final class FileFormat {
    /** Text for people and other programs, one record per line; what Python DictDB writes is a part of it. Extension {@code .json}. */
    public static final FileFormat JSON = new FileFormat("json");

    /** The fast one: binary, with a checksum over each part. Extension {@code .ddb}. */
    public static final FileFormat IMAGE = new FileFormat("image");

    private final String name;

    private FileFormat(String name) {
        this.name = name;
    }

    /**
     * A format by name: {@code json}, {@code image}, or one that a module brings, as {@code dictdb-pickle} brings {@code pickle}.
     *
     * @param name the name, in upper or lower case
     * @return the format
     * @throws IllegalArgumentException when there is none of that name, naming those that there are, or the module to add
     */
    public static FileFormat of(String name) {
        String lower = Arguments.notNull(name, "name").toLowerCase(Locale.ROOT);
        Bootstrap.requireFormat(lower);
        return new FileFormat(lower);
    }

    /**
     * The format's name.
     *
     * @return in lower case
     */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof FileFormat other && name.equals(other.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
