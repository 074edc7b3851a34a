package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dictdb.DictDB;
import io.dictdb.conformance.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/* What Python DictDB wrote is loaded as it was, field by field. Another folder of such files is taken by -Dgolden.dir. */
class GoldenFilesTest {
    @TestFactory
    Stream<DynamicTest> jsonFilesOfTheOriginal() throws IOException {
        List<Path> folders = Golden.folders("full.json");
        assertThat(folders).isNotEmpty();
        return folders.stream().map(folder -> dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    /* Python is not at hand in a build, so an independent reader looks for what it would look for. */
    @TestFactory
    Stream<DynamicTest> savedAgainForPython() throws IOException {
        return Golden.folders("full.json").stream()
                .filter(folder -> !folder.endsWith("nonfinite"))
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> checkSaved(folder)));
    }

    private static void checkSaved(Path folder) throws IOException {
        Path file = Files.createTempFile("saved", ".json");
        DictDB.load(folder.resolve("full.json")).save(file);
        Map<String, Object> saved = Golden.map(Json.read(Files.readString(file)));
        Map<String, Object> expected = Golden.map(Json.read(Files.readString(folder.resolve("expected.json"))));
        Map<String, Object> tables = Golden.map(saved.get("tables"));
        Map<String, Object> known = Golden.map(expected.get("tables"));
        assertThat(List.copyOf(tables.keySet())).isEqualTo(List.copyOf(known.keySet()));
        known.forEach((name, table) ->
                assertThat(tables.get(name)).asInstanceOf(MAP).containsAllEntriesOf(Golden.map(table)));
        Files.delete(file);
    }

    private static void check(Path folder) throws IOException {
        Object expected = Json.read(Files.readString(folder.resolve("expected.json")));
        Golden.require(DictDB.load(folder.resolve("full.json")), expected);
    }
}
