package io.dictdb.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.IndexType;
import io.dictdb.LoadOptions;
import io.dictdb.internal.bytes.ByteOutput;
import io.dictdb.internal.bytes.ValueOutput;
import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Source;
import io.dictdb.internal.page.Constant;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageTree;
import io.dictdb.spi.IndexDescription;
import io.dictdb.spi.TableDescription;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** A table of pages of 256 records and a shape of their own, whose columns are given byte by byte. */
    private Path pages(int pages, List<String> shape, Columns columns) throws IOException {
        Path file = directory.resolve("pages.ddb");
        try (OutputStream target = Files.newOutputStream(file)) {
            FrameOutput frames = new FrameOutput(target);
            ByteOutput out = new ByteOutput(Frame.PAYLOAD, frames);
            head(out, pages);
            for (int i = 0; i < pages; i++) {
                page(out, i, shape);
                columns.write(out, i);
            }
            out.flush();
            frames.end();
        }
        return file;
    }

    private interface Columns {
        void write(ByteOutput out, int page) throws IOException;
    }

    private static void head(ByteOutput out, int pages) throws IOException {
        numbers(out, 1, 1);
        out.string("t");
        out.string("id");
        numbers(out, 0, 0); // no schema, no index
        new ValueOutput(out).value(0L);
        numbers(out, pages * Page.ROWS, pages * Page.ROWS, pages);
    }

    private static void page(ByteOutput out, int number, List<String> shape) throws IOException {
        numbers(out, number, Page.ROWS, 0, number == 0 ? 0 : 1);
        if (number == 0) {
            out.varint(shape.size());
            for (String name : shape) {
                out.string(name);
            }
        }
        out.u8(0);
    }

    private static void numbers(ByteOutput out, int... numbers) throws IOException {
        for (int number : numbers) {
            out.varint(number);
        }
    }

    private static void keys(ByteOutput out, int page) throws IOException {
        numbers(out, Form.LONGS, 0);
        out.signed((long) page * Page.ROWS);
        out.u8(1);
        for (int i = 0; i < Page.ROWS; i++) {
            out.u8(i);
        }
    }

    /* Five hundred million numbers of nine million bytes. */
    @Test
    void columnsOfFourBytes() throws IOException {
        int wide = 2_000;
        List<String> shape = new ArrayList<>(List.of("id"));
        IntStream.rangeClosed(1, wide).forEach(i -> shape.add("f" + i));
        Path file = pages(1_100, shape, (out, page) -> {
            keys(out, page);
            for (int i = 0; i < wide; i++) {
                numbers(out, Form.LONGS, 0, 0, 0);
            }
        });
        DictDB db = DictDB.load(file);
        assertThat(db.getTable("t").get(1_000).orElseThrow())
                .containsEntry("f2000", 0L)
                .hasSize(wide + 1);
        try (Source source = Source.open(Disk.HERE, file, LoadOptions.defaults())) {
            Page page = ImageInput.read(source).tables().get(0).pages().ceiling(1);
            assertThat(Objects.requireNonNull(page).column(wide)).isInstanceOf(Constant.class);
        }
    }

    /* Records that have no byte of their own. */
    @Test
    void recordsWithoutKeys() throws IOException {
        refused(pages(1_000, List.of(), (out, page) -> {}), "no primary key");
        refused(pages(1_000, List.of("v"), ImageLimitsTest::keys), "no primary key");
        refused(pages(1_000, List.of("id"), (out, page) -> numbers(out, Form.SPARSE, 0)), "no primary key");
        refused(pages(1_000, List.of("id"), (out, page) -> numbers(out, Form.LONGS, 0, page, 0)), "same primary key");
        assertThat(DictDB.load(pages(3, List.of("id"), ImageLimitsTest::keys))
                        .getTable("t")
                        .count())
                .isEqualTo(768);
    }
}
