package io.dictdb.internal.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.LoadOptions;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.value.FrozenMap;
import io.dictdb.internal.value.Values;
import io.dictdb.spi.TableDescription;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/* An image that has been written is held against what it should be: one value that differs is found, of whatever class it is and in whatever form its column. */
class ImageComparisonTest {
    private static final int RECORDS = 600;

    @TempDir
    Path directory;

    private enum Difference {
        NONE("v", null),
        NUMBER("v", -1L),
        CLASS("v", 7.0),
        ABSENT("v", null),
        CODED("few", "text 9"),
        OTHER_CODE("few", "text 1"),
        LONG_CODE("note", "y".repeat(100)),
        TEXT("many", "another"),
        DOUBLE("d", 2.5),
        LIST("list", List.of(1L, 3L)),
        MAP("map", Map.of("a", 2L)),
        SELDOM("seldom", true);

        private final String field;
        private final Object value;

        Difference(String field, Object value) {
            this.field = field;
            this.value = value;
        }
    }

    private static Root root(Difference difference, int at) {
        Replay replay = new Replay(EditRules.DEFAULT, Root.EMPTY, Until.END);
        replay.commit(1, 0, Instant.EPOCH);
        replay.created(new TableDescription("t", "id", Optional.empty(), List.of(), 0L));
        for (int i = 0; i < RECORDS; i++) {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("id", (long) i);
            record.put("v", (long) i % 100);
            record.put("few", "text " + i % 3 * 2);
            record.put("note", "x".repeat(100));
            record.put("many", "text " + i);
            record.put("d", i / 8.0);
            record.put("list", List.of(1L, 2L));
            record.put("map", Map.of("a", 1L));
            record.put("seldom", i % 50 == 0 ? "here" : null);
            if (i == at && difference != Difference.NONE) {
                record.put(difference.field, difference.value);
            }
            replay.put((FrozenMap) Values.in("a record", record));
        }
        replay.end();
        return replay.root();
    }

    @ParameterizedTest
    @EnumSource
    void isFound(Difference difference) {
        for (int at : new int[] {0, 107, 255, RECORDS - 1}) {
            Path file = directory.resolve(difference + "-" + at + ".ddb");
            try (DictDB db = Engine.of(EditRules.DEFAULT, root(difference, at).indexed(Steps.NONE))) {
                db.save(file);
            }
            Root expected = root(Difference.NONE, 0);
            if (difference == Difference.NONE) {
                assertThatCode(() -> new DatabaseFiles(Disk.HERE).compare(expected, file, LoadOptions.defaults()))
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> new DatabaseFiles(Disk.HERE).compare(expected, file, LoadOptions.defaults()))
                        .isInstanceOf(CorruptFileException.class)
                        .hasMessageContaining("a record of table 't' is not what was written");
            }
        }
    }
}
