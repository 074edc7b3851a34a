package io.dictdb.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.FileFormat;
import io.dictdb.LoadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Does what docs/guides/pickle.md shows. The core's test of the documentation cannot: it does not know this module. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/guides/pickle.md");
    private static final Path SOURCE = Path.of("src/test/java/io/dictdb/pickle/GuideTest.java");

    @TempDir
    Path directory;

    @Test
    void loadsAndSaves() throws IOException {
        Files.copy(Path.of("src/test/resources/golden/values/full.pickle"), at("from-python.pickle"));
        DictDB db = DictDB.load(at("from-python.pickle"));
        db.save(at("for-python.pickle"));
        db.save(at("compressed.pkl.gz"));
        db.save(at("other.name"), FileFormat.of("pickle"));
        for (String saved : List.of("for-python.pickle", "compressed.pkl.gz", "other.name")) {
            Golden.requireSame(DictDB.load(at(saved)), db);
        }
    }

    @Test
    void filesOfStrangers() throws IOException {
        Files.createDirectory(at("uploads"));
        Files.copy(Path.of("src/test/resources/golden/values/full.pickle"), at("uploads", "theirs.pickle"));
        LoadOptions strict = LoadOptions.defaults()
                .allowedDirectory(at("uploads"))
                .maxDepth(20)
                .maxRecords(100_000);
        DictDB theirs = DictDB.load(at("uploads", "theirs.pickle"), strict);
        assertThat(theirs.listTables()).isNotEmpty();
        assertThatThrownBy(() -> DictDB.load(at("uploads", "theirs.pickle"), strict.maxRecords(1)))
                .hasMessageContaining("more records than 1");
    }

    @Test
    void theGuideShowsWhatIsTestedHere() throws IOException {
        String tested = Files.readString(SOURCE).replaceAll("\\s+", "");
        List<String> shown = new ArrayList<>();
        boolean java = false;
        for (String line : Files.readAllLines(GUIDE)) {
            java = line.startsWith("```") ? line.startsWith("```java") : java;
            if (java && !line.startsWith("```")) {
                shown.add(line.replaceAll("//.*", "").replace("Path.of(", "at(").replaceAll("\\s+", ""));
            }
        }
        assertThat(shown)
                .hasSizeGreaterThan(7)
                .allSatisfy(line -> assertThat(tested).contains(line));
    }

    private Path at(String first, String... more) {
        return directory.resolve(Path.of(first, more));
    }
}
