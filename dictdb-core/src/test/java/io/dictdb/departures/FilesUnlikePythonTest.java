package io.dictdb.departures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.SaveOptions;
import io.dictdb.Table;
import io.dictdb.conformance.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Where files differ from those of Python DictDB on purpose. */
class FilesUnlikePythonTest {
    @TempDir
    Path directory;

    private final DictDB db = DictDB.create();
    private final Table table = db.createTable("t");

    private Table loaded(String name) {
        db.save(directory.resolve(name));
        return DictDB.load(directory.resolve(name)).getTable("t");
    }

    @Test
    void notANumberIsValidJson() throws IOException {
        table.insert(Map.of("v", List.of(Double.NaN, Double.NEGATIVE_INFINITY)));
        assertThat(loaded("db.json").all()).isEqualTo(table.all());
        assertThat(Json.read(Files.readString(directory.resolve("db.json")))).isNotNull();
    }

    @Test
    void indexesAreThereAfterLoading() {
        table.createIndex("v");
        table.insert(Map.of("v", 1));
        for (String name : List.of("db.json", "db.ddb")) {
            assertThat(loaded(name).select(Dsl.field("v").eq(1)).explain().index())
                    .contains("v");
        }
    }

    @Test
    void theHighestKeyIsNotGivenOutAgainAfterLoading() {
        table.insert(List.of(Map.of(), Map.of()));
        table.delete(Dsl.field("id").eq(2));
        for (String name : List.of("db.json", "db.ddb")) {
            assertThat(loaded(name).insert(Map.of())).isEqualTo(3L);
        }
    }

    @Test
    void aSaveThatFailsLeavesTheOldFile() throws IOException {
        table.insert(Map.of("v", 1));
        db.save(directory.resolve("db.json"));
        byte[] before = Files.readAllBytes(directory.resolve("db.json"));
        table.insert(Map.of("v", 2));
        IllegalStateException failure = new IllegalStateException();
        SaveOptions failing = SaveOptions.defaults().progress(bytes -> {
            throw failure;
        });
        assertThatThrownBy(() -> db.save(directory.resolve("db.json"), failing)).isSameAs(failure);
        assertThat(directory.resolve("db.json")).hasBinaryContent(before);
    }
}
