package io.dictdb.internal.codec;

import io.dictdb.CsvOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a CSV file: how many, their names, what their cells become. Without inference the first record tells it all; with it
 * every cell is looked at, since one "n/a" in the last line makes text of a column of numbers.
 */
record CsvLayout(List<String> first, List<String> columns, List<ColumnKind> kinds) {
    static CsvLayout of(Path file, CsvOptions options, CsvProgress progress) throws IOException {
        try (CsvPass pass = new CsvPass(file, options)) {
            List<String> first = pass.nextStrings();
            List<String> columns = options.header() ? CsvHeader.unique(first) : CsvHeader.numbered(first.size());
            List<ColumnKind> kinds = options.inferTypes()
                    ? infer(pass, options.header() ? blank(first) : first, progress)
                    : Collections.nCopies(columns.size(), ColumnKind.TEXT);
            return new CsvLayout(first, columns, kinds);
        }
    }

    private static List<String> blank(List<String> header) {
        return Collections.nCopies(header.size(), "");
    }

    private static List<ColumnKind> infer(CsvPass pass, List<String> first, CsvProgress progress) throws IOException {
        ColumnKind.Guess[] guesses =
                Stream.generate(ColumnKind.Guess::new).limit(first.size()).toArray(ColumnKind.Guess[]::new);
        for (int i = 0; i < guesses.length; i++) {
            guesses[i].see(first.get(i).toCharArray(), 0, first.get(i).length());
        }
        while (pass.next((column, chars, offset, length) -> see(guesses, column, chars, offset, length))) {
            progress.read(0, pass.bytes());
        }
        return Arrays.stream(guesses).map(ColumnKind.Guess::kind).toList();
    }

    private static void see(ColumnKind.Guess[] guesses, int column, char[] chars, int offset, int length) {
        if (column < guesses.length) {
            guesses[column].see(chars, offset, length);
        }
    }
}
