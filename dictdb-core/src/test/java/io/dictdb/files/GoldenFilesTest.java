package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dictdb.DictDB;
import io.dictdb.conformance.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static void check(Path folder) throws IOException {
        Object expected = Json.read(Files.readString(folder.resolve("expected.json")));
        Golden.require(DictDB.load(folder.resolve("full.json")), expected);
    }
}
