package io.dictdb.internal.image;

import static io.dictdb.internal.bytes.ByteInput.require;

import io.dictdb.CorruptFileException;
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
import java.util.Optional;

/** Reads an image. What makes no sense is an {@link IllegalArgumentException}. */
public final class ImageInput {
    private final ByteInput in;
    private final ValueInput values;
    private final DescriptionInput descriptions;
    private final LoadOptions options;
    private final List<TablePart> tables = new ArrayList<>();
    private int announced;
    private int missing;
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

    /** Reads as much of a damaged file as is true: what comes behind the damage cannot be told. Nothing where its header is not true. */
    public static Optional<ImageInput> readGood(SourceFile source) {
        ImageInput image = null;
        try {
            image = new ImageInput(source);
            image.read();
        } catch (IOException | IllegalArgumentException | CorruptFileException e) {
            // up to there it is good
        }
        return Optional.ofNullable(image);
    }

    /** How many tables there are, those that could not be read among them. */
    public int announced() {
        return announced;
    }

    /** How many records of the last table that was read at all could not be read. */
    public int missing() {
        return missing;
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
        announced = in.count(Integer.MAX_VALUE);
        for (int i = 0; i < announced; i++) {
            records(descriptions.description());
        }
        require(in.isAtEnd(), "there is something behind the last table");
    }

    private void records(TableDescription description) throws IOException {
        int count = in.count(options.maxRecords() - records);
        records += count;
        int nextRow = in.count(Integer.MAX_VALUE);
        int number = in.count(Integer.MAX_VALUE >>> Page.BITS);
        PageInput input = new PageInput(in, values, description.primaryKey());
        PageTree pages = PageTree.EMPTY;
        int last = -1;
        missing = count;
        try {
            for (int i = 0; i < number; i++) {
                Page page = input.page();
                require(page.rowAt(0) > last, "pages are not in order");
                last = page.rowAt(page.count() - 1);
                require(last < nextRow && page.count() <= missing, "there are too many records");
                missing -= page.count();
                pages = pages.with(page);
            }
        } finally {
            tables.add(new TablePart(description, pages, count - missing, nextRow));
        }
        require(missing == 0, "records are missing");
    }
}
