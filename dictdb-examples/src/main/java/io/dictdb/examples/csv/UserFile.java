package io.dictdb.examples.csv;

import io.dictdb.CsvOptions;
import io.dictdb.examples.tour.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CSV file that the user named, looked at before anything is done with it. */
public final class UserFile {
    private static final int GLANCE = 64 * 1024;

    /** Text files that are something else, by how they begin. */
    private static final Map<String, String> OTHER_KINDS = Map.of(
            "{\"",
            "JSON",
            "{\n",
            "JSON",
            "{\r",
            "JSON",
            "[{",
            "JSON",
            "[\n",
            "JSON",
            "[\r",
            "JSON",
            "<!doctype",
            "HTML",
            "<html",
            "HTML",
            "<?xml",
            "XML",
            "%pdf-",
            "PDF");

    private final Path path;
    private final long bytes;
    private final CsvOptions options;

    private UserFile(Path path, long bytes, CsvOptions options) {
        this.path = path;
        this.bytes = bytes;
        this.options = options;
    }

    /**
     * Looks at a file.
     *
     * @param path where it is
     * @param delimiter what stands between its cells, or null to find out
     * @param header whether its first line holds names
     * @param charset its character set
     * @throws Refusal when there is no such file or it is something else
     */
    public static UserFile of(Path path, @Nullable Character delimiter, boolean header, Charset charset) {
        if (Files.isDirectory(path)) {
            throw new Refusal(path + " is a directory, not a CSV file");
        }
        if (!Files.exists(path)) {
            throw new Refusal("there is no file " + path);
        }
        byte[] beginning = glance(path);
        String text = new String(beginning, charset);
        refuseOtherKinds(path, beginning, text);
        char between = delimiter == null ? Delimiter.guess(text) : delimiter;
        CsvOptions options =
                CsvOptions.defaults().delimiter(between).header(header).charset(charset);
        return new UserFile(path, size(path), options.primaryKey(freeName(Delimiter.firstLine(text))));
    }

    /** A name for the key that no column has: values of a column may repeat. */
    private static String freeName(String header) {
        String name = "row";
        while (header.contains(name)) {
            name = "_" + name;
        }
        return name;
    }

    private static byte[] glance(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(GLANCE);
        } catch (IOException e) {
            throw new Refusal("cannot read " + path + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new Refusal("cannot read " + path + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static void refuseOtherKinds(Path path, byte[] beginning, String text) {
        for (byte b : beginning) {
            if (b == 0 && text.indexOf(0) >= 0) {
                throw new Refusal(path + " is not a CSV file: it holds binary data (for UTF-16 say --charset UTF-16)");
            }
        }
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        OTHER_KINDS.forEach((begin, kind) -> {
            if (start.startsWith(begin)) {
                throw new Refusal(path + " is not a CSV file: it looks like " + kind);
            }
        });
    }

    Path path() {
        return path;
    }

    long bytes() {
        return bytes;
    }

    CsvOptions options() {
        return options;
    }

    /** The file's name without its extension. */
    String tableName() {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
