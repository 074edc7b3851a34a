package io.dictdb.internal.codec;

import io.dictdb.CsvOptions;
import io.dictdb.internal.value.Literals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is taken of a CSV file: which columns, under which names, what their cells become. With a schema, and without inference, the first record tells it all; with
 * inference every cell is looked at, since one "n/a" in the last line makes text of a column of numbers.
 */
final class CsvLayout {
    private final List<String> first;
    private final List<CsvColumn> columns;
    private final int[] targets;

    /**
     * @param first the first record
     * @param columns the columns of the records that are read
     * @param targets for each column of the file its place among these, or a negative number
     */
    private CsvLayout(List<String> first, List<CsvColumn> columns, int[] targets) {
        this.first = first;
        this.columns = columns;
        this.targets = targets;
    }

    static CsvLayout of(CsvPass pass, CsvOptions options, CsvProgress progress) throws IOException {
        List<String> first = pass.nextStrings();
        List<String> names = options.header() ? CsvHeader.unique(first) : CsvHeader.numbered(first.size());
        List<CsvColumn> chosen = options.columns().isEmpty() ? all(names) : chosen(names, options.columns());
        if (options.schema().isPresent()) {
            return of(first, CsvColumn.of(options.schema().get(), chosen, options));
        }
        CsvLayout texts = of(first, chosen);
        return infers(options) ? texts.infer(pass, options.header(), progress) : texts;
    }

    /** Whether the file is read twice. */
    static boolean infers(CsvOptions options) {
        return options.inferTypes() && options.schema().isEmpty();
    }

    private static CsvLayout of(List<String> first, List<CsvColumn> columns) {
        int[] targets = new int[first.size()];
        Arrays.fill(targets, CsvColumn.NOWHERE);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).place() >= 0) {
                targets[columns.get(i).place()] = i;
            }
        }
        return new CsvLayout(first, columns, targets);
    }

    private static List<CsvColumn> all(List<String> names) {
        List<CsvColumn> columns = new ArrayList<>(names.size());
        for (String name : names) {
            columns.add(new CsvColumn(name, columns.size(), ColumnKind.TEXT));
        }
        return columns;
    }

    private static List<CsvColumn> chosen(List<String> names, List<String> wanted) throws CsvFault {
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        List<CsvColumn> columns = new ArrayList<>(wanted.size());
        for (String name : wanted) {
            Integer place = places.get(name);
            if (place == null) {
                throw new CsvFault(
                        "there is no column " + Literals.of(name) + ", but there are " + Literals.list(names), null);
            }
            columns.add(new CsvColumn(name, place, ColumnKind.TEXT));
        }
        return columns;
    }

    List<String> first() {
        return first;
    }

    List<CsvColumn> columns() {
        return columns;
    }

    /** The place of a column of the file among those that are read; negative when it is left out. */
    int target(int column) {
        return column < targets.length ? targets[column] : CsvColumn.NOWHERE;
    }

    private CsvLayout infer(CsvPass pass, boolean header, CsvProgress progress) throws IOException {
        ColumnKind.Guess[] guesses =
                Stream.generate(ColumnKind.Guess::new).limit(columns.size()).toArray(ColumnKind.Guess[]::new);
        List<String> record = header ? Collections.nCopies(first.size(), "") : first;
        for (int i = 0; i < record.size(); i++) {
            see(guesses, i, record.get(i).toCharArray(), 0, record.get(i).length());
        }
        while (pass.next((column, chars, offset, length, quoted) -> see(guesses, column, chars, offset, length))) {
            progress.read(0, pass.bytes());
        }
        List<CsvColumn> found = new ArrayList<>(guesses.length);
        for (CsvColumn column : columns) {
            found.add(new CsvColumn(column.name(), column.place(), guesses[found.size()].kind()));
        }
        return new CsvLayout(first, found, targets);
    }

    private void see(ColumnKind.Guess[] guesses, int column, char[] chars, int offset, int length) {
        int target = target(column);
        if (target >= 0) {
            guesses[target].see(chars, offset, length);
        }
    }
}
