package io.dictdb.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.internal.page.PageTree;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Images whose every byte is well formed, and that ask for more than any database that we write. */
class ImageLimitsTest {
    @TempDir
    Path directory;

    private Path image(long sequence, List<IndexDescription> indexes, Number highestKey) throws IOException {
        TableDescription description = new TableDescription("t", "id", Optional.empty(), indexes, highestKey);
        Path file = directory.resolve("db.ddb");
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageOutput.write(sequence, List.of(new TablePart(description, PageTree.EMPTY, 0, 0)), out);
        }
        return file;
    }

    private static void refused(Path file, String limit) {
        assertThatThrownBy(() -> DictDB.load(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(limit);
    }

    /* One after the last long is negative, and no file of it was loaded again. */
    @Test
    void commits() throws IOException {
        DictDB.load(image(Long.MAX_VALUE / 2, List.of(), 0L));
        refused(image(Long.MAX_VALUE / 2 + 1, List.of(), 0L), "commit");
        refused(image(Long.MAX_VALUE, List.of(), 0L), "commit");
        refused(image(-1, List.of(), 0L), "commit");
    }

    @Test
    void keysBelowTheFirst() throws IOException {
        DictDB db = DictDB.load(image(1, List.of(), -7L));
        assertThat(db.getTable("t").insert(Map.of())).isEqualTo(1L);
    }

    @Test
    void indexes() throws IOException {
        List<IndexDescription> many = IntStream.range(0, 65)
                .mapToObj(i -> new IndexDescription("f" + i, IndexType.HASH))
                .toList();
        DictDB.load(image(1, many.subList(0, 64), 0L));
        refused(image(1, many, 0L), "65 indexes are more than 64");
    }
}
