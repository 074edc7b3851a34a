package io.dictdb.internal.engine;

import io.dictdb.internal.image.ImageInput;
import io.dictdb.internal.image.ImageOutput;
import io.dictdb.internal.image.TablePart;
import io.dictdb.spi.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The image: pages as they lie in memory. Indexes are built after all pages have been read, on as many processors as there are. */
final class ImageCodec implements Codec {
    @Override
    public String name() {
        return "image";
    }

    @Override
    public List<String> extensions() {
        return List.of(".ddb");
    }

    @Override
    public boolean recognises(byte[] start) {
        return ImageInput.recognises(start);
    }

    @Override
    public void write(Root root, OutputStream out) throws IOException {
        List<TablePart> parts = root.tables().stream().map(ImageCodec::part).toList();
        ImageOutput.write(root.sequence(), parts, out);
    }

    private static TablePart part(TableState table) {
        return new TablePart(table.description(), table.pages(), table.count(), table.nextRow());
    }

    @Override
    public Root read(SourceFile in, EditRules rules) throws IOException {
        return root(ImageInput.read(in), part -> new LoadedTable(part, rules.steps()).state());
    }

    /** The same with indexes that are empty. */
    Root readUnindexed(SourceFile in, EditRules rules) throws IOException {
        return root(ImageInput.read(in), part -> new LoadedTable(part, rules.steps()).unindexed());
    }

    /** As much of a damaged image as is true, with indexes that are empty. */
    static GoodPart readGood(SourceFile in, EditRules rules) {
        Optional<ImageInput> image = ImageInput.readGood(in);
        Root root = image.map(some -> root(some, part -> new LoadedTable(part, rules.steps()).unindexed()))
                .orElse(Root.EMPTY);
        return new GoodPart(
                root,
                image.map(ImageInput::announced).orElse(0),
                image.map(ImageInput::missing).orElse(0));
    }

    private static Root root(ImageInput image, Function<TablePart, TableState> loaded) {
        List<TableState> tables = image.tables().parallelStream().map(loaded).toList();
        return Root.of(tables).numbered(image.sequence());
    }

    @Override
    public void compare(Root root, SourceFile in) throws IOException {
        Comparison comparison = new Comparison(root, true);
        ImageInput image = ImageInput.read(in);
        comparison.sequence(image.sequence());
        for (TablePart part : image.tables()) {
            comparison.table(part.description(), part.pages());
        }
        comparison.done();
    }
}
