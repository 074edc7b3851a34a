package io.dictdb.internal.image;

import io.dictdb.internal.bytes.ByteOutput;
import io.dictdb.internal.bytes.DescriptionOutput;
import io.dictdb.internal.page.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes an image. */
public final class ImageOutput {
    private final FrameOutput frames;
    private final ByteOutput out;
    private final DescriptionOutput descriptions;

    private ImageOutput(OutputStream target) throws IOException {
        this.frames = new FrameOutput(target);
        this.out = new ByteOutput(Frame.WRITTEN, frames);
        this.descriptions = new DescriptionOutput(out);
    }

    /**
     * Writes all tables.
     *
     * @param sequence the number of the commit that they show
     */
    public static void write(long sequence, List<TablePart> tables, OutputStream target) throws IOException {
        ImageOutput image = new ImageOutput(target);
        image.out.varint(sequence);
        image.out.varint(tables.size());
        for (TablePart table : tables) {
            image.descriptions.description(table.description());
            image.records(table);
        }
        image.out.flush();
        image.frames.end();
    }

    private void records(TablePart table) throws IOException {
        out.varint(table.count());
        out.varint(table.nextRow());
        out.varint(table.pages().pages());
        PageOutput pages = new PageOutput(out);
        for (Page page = table.pages().ceiling(0);
                page != null;
                page = table.pages().ceiling(page.number() + 1)) {
            pages.page(page);
        }
    }
}
