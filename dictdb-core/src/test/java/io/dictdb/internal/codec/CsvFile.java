package io.dictdb.internal.codec;

import io.dictdb.CsvOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file made for a test, and what is read from it. */
record CsvFile(Path path) {
    static CsvFile of(Path directory, byte[] content) {
        try {
            return new CsvFile(Files.write(directory.resolve("data.csv"), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvFile of(Path directory, String content, Charset charset) {
        return of(directory, content.getBytes(charset));
    }

    static CsvFile of(Path directory, String content) {
        return of(directory, content, StandardCharsets.UTF_8);
    }

    CsvSource open(CsvOptions options) {
        return CsvSource.open(path, options);
    }

    List<String> columns() {
        return open(CsvOptions.defaults()).columns();
    }

    List<List<@Nullable Object>> rows() {
        return rows(CsvOptions.defaults());
    }

    List<List<@Nullable Object>> rows(CsvOptions options) {
        return rows(open(options));
    }

    static List<List<@Nullable Object>> rows(CsvSource source) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        source.forEach(record -> rows.add(Arrays.asList(record)));
        return rows;
    }
}
