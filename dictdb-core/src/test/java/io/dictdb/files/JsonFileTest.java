package io.dictdb.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.Table;
import io.dictdb.UnsupportedFormatException;
import io.dictdb.UnsupportedFormatException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/* What a JSON file looks like, and which ones are loaded. */
class JsonFileTest {
    @TempDir
    Path directory;

    private DictDB loaded(String text) throws IOException {
        Path file = directory.resolve("given.json");
        Files.writeString(file, text);
        return DictDB.load(file);
    }

    @Test
    void oneRecordPerLineInTheOriginalsStructure() throws IOException {
        DictDB db = DictDB.create();
        Table users = db.createTable("users");
        users.createIndex("name");
        users.insert(List.of(Map.of("name", "Bj\u00f6rn"), Map.of("name", "Ada")));
        db.createTable("empty", "code");
        Path file = directory.resolve("db.json");
        db.save(file);
        assertThat(Files.readString(file).replaceFirst("\"crc32c\": \"[0-9a-f]{8}\"", "CHECKSUM"))
                .isEqualTo("""
                        {"format_version": 1, "sequence": 4, "tables": {
                        "users": {"primary_key": "id", "schema": null, "indexes": [{"field": "name", "type": "HASH"}], "highest_key": 2, "records": [
                        {"name": "Bj\\u00F6rn", "id": 1},
                        {"name": "Ada", "id": 2}
                        ]},
                        "empty": {"primary_key": "code", "schema": null, "indexes": [], "highest_key": 0, "records": []}
                        },
                        CHECKSUM}""");
    }

    @Test
    void aFileOfTheOriginalIsReadLiterally() throws IOException {
        DictDB db = loaded("""
                {"tables": {"t": {"primary_key": "id", "schema": {"id": "int", "v": "dict"}, "records": [
                  {"v": {"$date": "2024-02-29"}, "id": 1}, {"v": {"x": [NaN, -Infinity]}, "id": 7}]}}}
                """);
        assertThat(db.getTable("t").all())
                .containsExactly(
                        row("v", Map.of("$date", "2024-02-29"), "id", 1L),
                        row("v", Map.of("x", List.of(Double.NaN, Double.NEGATIVE_INFINITY)), "id", 7L));
        assertThat(db.getTable("t").insert(Map.of("v", Map.of()))).isEqualTo(8L);
    }

    private static io.dictdb.Row row(Object... namesAndValues) {
        Table one = DictDB.create().createTable("one");
        Map<String, Object> record = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            record.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        one.insert(record);
        return one.all().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"tables\": []}",
                "{\"tables\": {}, \"more\": 1}",
                "{\"tables\": {}, \"tables\": {}}",
                "{\"tables\": {}} x",
                "{\"tables\": {}}{}",
                "{\"tables\": {}, \"crc32c\": \"00000000\"}",
                "{\"tables\": {}, \"sequence\": 1}",
                "{\"tables\": {}, \"format_version\": 1}",
                "{\"format_version\": 1, \"tables\": {}}",
                "{\"format_version\": 1, \"tables\": {}, \"crc32c\": \"00000000\"}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"schema\": null}}}",
                "{\"tables\": {\"t\": {\"schema\": null, \"records\": []}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"schema\": {\"a\": \"set\"}, \"records\": []}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [{\"id\": 1}, {\"id\": 1}]}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [{\"id\": 1}, {\"id\": 1.0}]}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [{\"id\": 1, \"id\": 2}]}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [{\"a\": 1}]}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [{\"id\": null}]}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [{\"id\": []}]}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [{\"id\": 1e999}]}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [1]}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [], \"more\": 1}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": []}, \"t\": {\"primary_key\": \"id\", \"records\": []}}}",
                "{\"tables\": {\"t\": {\"primary_key\": \"id\", \"records\": [{\"id\": 'x'}]}}}",
            })
    void whatIsNotADatabaseIsRefused(String text) {
        assertThatThrownBy(() -> loaded(text))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("given.json")
                .satisfies(e -> assertThat(((CorruptFileException) e).offset()).isBetween(0L, (long) text.length()));
    }

    @Test
    void theSequenceComesOnce() {
        assertThatThrownBy(() -> loaded("{\"format_version\": 1, \"sequence\": 1, \"sequence\": 1, \"tables\": {}}"))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("'sequence' comes twice");
    }

    @Test
    void otherVersionsAreToldApart() {
        assertVersion("{\"format_version\": 2, ", 2, Reason.TOO_NEW);
        assertVersion("{\"format_version\": 0, ", 0, Reason.TOO_OLD);
    }

    private void assertVersion(String text, int version, Reason reason) {
        assertThatThrownBy(() -> loaded(text)).isInstanceOfSatisfying(UnsupportedFormatException.class, e -> {
            assertThat(e.version()).isEqualTo(version);
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.path()).isEqualTo(directory.resolve("given.json"));
        });
    }

    @Test
    void whatIsNoFileOfOursIsToldApart() throws IOException {
        Path file = directory.resolve("people.csv");
        Files.writeString(file, "id,name\n1,Ada");
        assertThatThrownBy(() -> DictDB.load(file))
                .isInstanceOfSatisfying(
                        UnsupportedFormatException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NOT_OURS));
    }
}
