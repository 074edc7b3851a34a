package io.dictdb.internal.engine;

import io.dictdb.internal.json.JsonFormat;
import io.dictdb.spi.FileFormatProvider;
import io.dictdb.spi.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How all tables become bytes and come back. */
interface Codec {
    String name();

    List<String> extensions();

    boolean recognises(byte[] start);

    void write(Root root, OutputStream out) throws IOException;

    Root read(SourceFile in, EditRules rules) throws IOException;

    /** Reads a file and holds it against what it should be; throws when it is something else. */
    void compare(Root root, SourceFile in) throws IOException;

    /** A format that goes record by record. */
    record ByRecord(FileFormatProvider format) implements Codec {
        @Override
        public String name() {
            return format.name();
        }

        @Override
        public List<String> extensions() {
            return format.extensions();
        }

        @Override
        public boolean recognises(byte[] start) {
            return format.recognises(start);
        }

        @Override
        public void write(Root root, OutputStream out) throws IOException {
            format.write(new SavedRoot(root), out);
        }

        @Override
        public Root read(SourceFile in, EditRules rules) throws IOException {
            RootBuilder builder = new RootBuilder(rules, in.options().maxRecords());
            format.read(in, builder);
            return builder.done();
        }

        @Override
        public void compare(Root root, SourceFile in) throws IOException {
            Comparison comparison = new Comparison(root, format instanceof JsonFormat);
            format.read(in, comparison);
            comparison.done();
        }
    }
}
