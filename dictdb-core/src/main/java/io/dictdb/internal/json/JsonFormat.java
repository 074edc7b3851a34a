package io.dictdb.internal.json;

import io.dictdb.LoadOptions;
import io.dictdb.internal.value.Limits;
import io.dictdb.spi.DatabaseBuilder;
import io.dictdb.spi.FileFormatProvider;
import io.dictdb.spi.SavedDatabase;
import io.dictdb.spi.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Text of the structure that Python DictDB writes and reads, with keys that it passes over for what it lacks; docs/file-formats.md tells it key by key. Read and written in
 * one pass, record by record.
 */
public final class JsonFormat implements FileFormatProvider {
    static final int VERSION = 1;

    /** Objects and lists around a record's value: the file, its tables, a table, its records, a record; and a tagged value inside. */
    private static final int AROUND = 6;

    /** A sign, a point and an exponent. */
    private static final int BESIDE_DIGITS = 20;

    /** A double is no long number, though it has 17 digits: no limit of digits is about it. */
    private static final int DOUBLE = 40;

    static final JsonFactory WRITING = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH + AROUND)
                    .build())
            .build();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public List<String> extensions() {
        return List.of(".json");
    }

    @Override
    public boolean recognises(byte[] start) {
        int i = 0;
        while (i < start.length && " \t\r\n".indexOf(start[i]) >= 0) {
            i++;
        }
        return i < start.length && start[i] == '{';
    }

    @Override
    public void write(SavedDatabase database, OutputStream out) throws IOException {
        try {
            new DatabaseWriter(database, out).write();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void read(SourceFile in, DatabaseBuilder database) throws IOException {
        try (DatabaseReader reader = new DatabaseReader(in, database)) {
            reader.read();
        }
    }

    static JsonFactory reading(LoadOptions options) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(options.maxDepth() + AROUND)
                        .maxNumberLength(Math.max(options.maxDigits() + BESIDE_DIGITS, DOUBLE))
                        .maxStringLength(options.maxStringLength())
                        .maxNameLength(Limits.NAME_CHARS + 1) // a doubled mark
                        .build())
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
    }
}
