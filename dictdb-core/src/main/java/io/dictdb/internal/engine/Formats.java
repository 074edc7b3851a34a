package io.dictdb.internal.engine;

import io.dictdb.UnsupportedFormatException;
import io.dictdb.UnsupportedFormatException.Reason;
import io.dictdb.internal.file.Source;
import io.dictdb.internal.json.JsonFormat;
import io.dictdb.internal.value.Arguments;
import io.dictdb.spi.FileFormatProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formats that there are: our own, and those that modules bring. */
final class Formats {
    /** The extension of files that hold each commit. */
    static final String COMMITS = ".ddj";

    private static final String COMPRESSED = ".gz";

    private static final List<Codec> OWN = List.of(new Codec.ByRecord(new JsonFormat()), new ImageCodec());
    private static final List<String> PICKLE = List.of(".pickle", ".pkl");
    private static final String ADD_PICKLE = "; for Python's pickle files add the module dictdb-pickle";

    private Formats() {}

    private static Stream<Codec> all() {
        return Stream.concat(
                OWN.stream(),
                Stream.concat(
                        brought(FileFormatProvider.class.getClassLoader()),
                        brought(Thread.currentThread().getContextClassLoader())));
    }

    /** A thread of a pool may see nothing of what the application sees: where this class comes from, modules come from too. */
    private static Stream<Codec> brought(@Nullable ClassLoader loader) {
        return Stream.of(FileFormatProvider.class)
                .flatMap(type -> ServiceLoader.load(type, loader).stream())
                .map(one -> new Codec.ByRecord(one.get()));
    }

    /** The first of our own that suits, or else of those that modules bring. */
    private static @Nullable Codec find(Predicate<Codec> suits) {
        return all().filter(suits).findFirst().orElse(null);
    }

    static Codec named(String name) {
        Codec found = find(codec -> codec.name().equals(name));
        if (found == null) {
            String known = all().map(Codec::name).distinct().collect(Collectors.joining(", "));
            throw new IllegalArgumentException("There is no file format '" + name + "'; there are " + known
                    + (name.equals("pickle") ? ADD_PICKLE : ""));
        }
        return found;
    }

    /** The format that a file's extension tells. */
    static Codec toSave(Path file) {
        String name = uncompressed(file);
        Codec found = find(codec -> has(codec, name));
        Arguments.require(
                found != null,
                "the name of %s does not tell the format; extensions are %s%s, each also with %s; or name a format",
                file,
                all().flatMap(codec -> codec.extensions().stream()).distinct().collect(Collectors.joining(", ")),
                PICKLE.stream().anyMatch(name::endsWith) ? ADD_PICKLE : "",
                COMPRESSED);
        return named(found == null ? "" : found.name());
    }

    /** The usual extension of a format's files. */
    static String extension(String name, boolean compressed) {
        return named(name).extensions().get(0) + (compressed ? COMPRESSED : "");
    }

    /** Whether it is the extension of a format, if need be of one that a module would bring. */
    static boolean isKnown(String extension) {
        String bare = extension.endsWith(COMPRESSED)
                ? extension.substring(0, extension.length() - COMPRESSED.length())
                : extension;
        return bare.equals(COMMITS)
                || PICKLE.contains(bare)
                || OWN.stream().anyMatch(codec -> codec.extensions().contains(bare))
                || all().anyMatch(codec -> codec.extensions().contains(bare));
    }

    private static boolean has(Codec codec, String name) {
        return codec.extensions().stream().anyMatch(name::endsWith);
    }

    /** Whether a file's name says that it is compressed. */
    static boolean isCompressed(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(COMPRESSED);
    }

    private static String uncompressed(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return isCompressed(file) ? name.substring(0, name.length() - COMPRESSED.length()) : name;
    }

    /** The format of a file's content; where that does not tell it, of its extension. */
    static Codec toLoad(Source source) {
        byte[] start = source.start();
        Codec found = find(codec -> codec.recognises(start));
        String name = uncompressed(source.path());
        found = found == null ? find(codec -> has(codec, name)) : found;
        if (found == null) {
            boolean pickle = PICKLE.stream().anyMatch(name::endsWith) || start[0] == (byte) 0x80;
            throw notOurs(
                    source.path(),
                    pickle && all().noneMatch(codec -> codec.name().equals("pickle")));
        }
        return found;
    }

    private static UnsupportedFormatException notOurs(Path path, boolean pickle) {
        String message = path + " is not a file of a format that is known here" + (pickle ? ADD_PICKLE : "");
        return new UnsupportedFormatException(message, path, -1, Reason.NOT_OURS);
    }
}
