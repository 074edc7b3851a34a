package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CsvOptions;
import io.dictdb.DictDB;
import io.dictdb.LoadOptions;
import io.dictdb.SaveOptions;
import io.dictdb.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/* Whatever a path looks like, nothing outside the allowed directory is read or written through it. */
class AllowedDirectoryTest {
    private static final List<String> WAYS_IN =
            List.of("", "./", "deep/../", "home/", "../inside/", "../home/", "no/../");
    private static final List<String> WAYS_OUT = List.of(
            "../outside/",
            "deep/../../outside/",
            "door/",
            "door/deep/../",
            "door/../outside/",
            "second/",
            "deep/door/",
            "../inside2/",
            "../",
            "../../");
    private static final List<String> NAMES = List.of("db.json", "new.json", "link.json");

    @TempDir
    Path directory;

    private Path inside;
    private Path outside;

    @FunctionalInterface
    private interface Door {
        void open(Path file, Path allowed);
    }

    private static final Map<String, Door> DOORS = new LinkedHashMap<>();

    static {
        DOORS.put("load", (file, in) -> DictDB.load(file, LoadOptions.defaults().allowedDirectory(in)));
        DOORS.put(
                "save",
                (file, in) -> DictDB.create().save(file, SaveOptions.defaults().allowedDirectory(in)));
        DOORS.put(
                "import",
                (file, in) -> DictDB.create()
                        .importCsv(file, "t", CsvOptions.defaults().allowedDirectory(in)));
        DOORS.put(
                "export",
                (file, in) -> DictDB.create()
                        .createTable("t")
                        .exportCsv(file, CsvOptions.defaults().allowedDirectory(in)));
    }

    /** Links: home to inside; door, deep/door and, by way of another, second to outside; link.json to a file there. */
    @BeforeEach
    void links() throws IOException {
        Path world = Files.createDirectories(directory.resolve("a/b"));
        inside = Files.createDirectories(world.resolve("inside"));
        outside = Files.createDirectories(world.resolve("outside"));
        Files.createDirectory(outside.resolve("deep"));
        Files.createDirectory(inside.resolve("deep"));
        Files.createSymbolicLink(world.resolve("home"), inside);
        Files.createSymbolicLink(inside.resolve("home"), inside);
        Files.createSymbolicLink(inside.resolve("door"), outside);
        Files.createSymbolicLink(inside.resolve("second"), Path.of("door"));
        Files.createSymbolicLink(inside.resolve("deep/door"), Path.of("../../outside"));
        Files.createSymbolicLink(inside.resolve("link.json"), outside.resolve("db.json"));
        for (Path there :
                List.of(outside, Files.createDirectory(world.resolve("inside2")), world, directory.resolve("a"))) {
            DictDB.create().save(there.resolve("db.json"));
            Files.createSymbolicLink(there.resolve("link.json"), outside.resolve("db.json"));
        }
    }

    static Stream<String> doors() {
        return DOORS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void nothingOutsideIsReadOrWritten(String door) throws IOException {
        Map<Path, String> before = outsiders();
        List<Path> escapes = escapes();
        assertThat(escapes).hasSizeGreaterThan(200);
        for (Path escape : escapes) {
            assertThatThrownBy(() -> DOORS.get(door).open(escape, inside))
                    .as(door + " " + escape)
                    .isInstanceOfSatisfying(
                            StorageException.class, e -> assertThat(e.path()).isEqualTo(escape))
                    .satisfies(e -> assertThat(e.getMessage()).containsAnyOf("allowed", "there is no"));
        }
        assertThat(outsiders()).isEqualTo(before);
    }

    /** Files that are there are refused for where they are, not because something else is wrong with them. */
    @ParameterizedTest
    @MethodSource("doors")
    void theRefusalTellsWhy(String door) {
        for (Path escape : List.of(
                outside.resolve("db.json"),
                inside.resolve("link.json"),
                inside.resolve("second/db.json"),
                Path.of("").toAbsolutePath().relativize(outside).resolve("db.json"))) {
            assertThatThrownBy(() -> DOORS.get(door).open(escape, inside)).hasMessageContaining("allowed");
        }
    }

    private List<Path> escapes() {
        List<Path> escapes = new ArrayList<>();
        for (String in : WAYS_IN) {
            for (String out : WAYS_OUT) {
                NAMES.forEach(name -> escapes.add(Path.of(inside + "/" + in + out + name)));
            }
        }
        return escapes;
    }

    /** What is outside: files with what they hold, directories, links. */
    private Map<Path, String> outsiders() throws IOException {
        Map<Path, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) all.filter(path -> !path.startsWith(inside))::iterator) {
                found.put(path, Files.isRegularFile(path) ? Files.readString(path) : "");
            }
        }
        return found;
    }

    @Test
    void placesInside() throws IOException {
        DictDB db = Everything.create();
        int places = 0;
        for (String in : List.of(
                "", "./", "deep/", "deep/../", "home/", "home/deep/", "../inside/", "../home/", "door/../inside/")) {
            Path file = Path.of(inside + "/" + in + "db" + places++ + ".json");
            db.save(file, SaveOptions.defaults().allowedDirectory(inside));
            Same.require(
                    DictDB.load(file, LoadOptions.defaults().allowedDirectory(inside.resolve("../../b/home"))), db);
        }
        try (Stream<Path> files = Files.walk(inside)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("db")))
                    .hasSize(places);
        }
    }
}
