package io.dictdb.internal.image;

import static io.dictdb.internal.bytes.ByteInput.require;

import io.dictdb.LoadOptions;
import io.dictdb.internal.bytes.ByteInput;
import io.dictdb.internal.bytes.DescriptionInput;
import io.dictdb.internal.bytes.ValueInput;
import io.dictdb.internal.page.Page;
import io.dictdb.internal.page.PageTree;
import io.dictdb.internal.value.Limits;
import io.dictdb.spi.SourceFile;
import io.dictdb.spi.TableDescription;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads an image. What makes no sense is an {@link IllegalArgumentException}. */
public final class ImageInput {
    private final ByteInput in;
    private final ValueInput values;
    private final DescriptionInput descriptions;
    private final LoadOptions options;
    private final List<TablePart> tables = new ArrayList<>();
    private long sequence;
    private int records;

    private ImageInput(SourceFile source) throws IOException {
        this.in = new ByteInput(Frame.PAYLOAD, new FrameInput(source));
        this.options = source.options();
        this.values = new ValueInput(in, options);
        this.descriptions = new DescriptionInput(in, values);
    }

    /** Whether a file begins as an image does, be it cut. */
    public static boolean recognises(byte[] start) {
        byte[] magic = Frame.fileHeader(0);
        boolean same = start.length > 0;
        for (int i = 0; i < Math.min(start.length, Long.BYTES); i++) {
            same &= start[i] == magic[i];
        }
        return same;
    }

    /** Reads all of a file. */
    public static ImageInput read(SourceFile source) throws IOException {
        ImageInput image = new ImageInput(source);
        image.read();
        return image;
    }

    /** The number of the commit that the tables show. */
    public long sequence() {
        return sequence;
    }

    public List<TablePart> tables() {
        return tables;
    }

    private void read() throws IOException {
        sequence = Limits.checkCommit(in.varint());
        int count = in.count(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            TableDescription description = descriptions.description();
            tables.add(records(description));
        }
        require(in.isAtEnd(), "there is something behind the last table");
    }

    private TablePart records(TableDescription description) throws IOException {
        int count = in.count(options.maxRecords() - records);
        records += count;
        int nextRow = in.count(Integer.MAX_VALUE);
        int number = in.count(Integer.MAX_VALUE >>> Page.BITS);
        PageInput input = new PageInput(in, values, description.primaryKey());
        PageTree pages = pages(input, number, nextRow, count);
        return new TablePart(description, pages, count, nextRow);
    }

    private static PageTree pages(PageInput input, int number, int nextRow, int count) throws IOException {
        PageTree pages = PageTree.EMPTY;
        int last = -1;
        int found = 0;
        for (int i = 0; i < number; i++) {
            Page page = input.page();
            require(page.rowAt(0) > last, "pages are not in order");
            last = page.rowAt(page.count() - 1);
            found += page.count();
            pages = pages.with(page);
        }
        require(found == count && last < nextRow, "records are missing or too many");
        return pages;
    }
}
