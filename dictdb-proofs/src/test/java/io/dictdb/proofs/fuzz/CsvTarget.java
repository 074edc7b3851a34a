package io.dictdb.proofs.fuzz;

import io.dictdb.DuplicateKeyException;

/** A CSV file whose types are inferred. */
public final class CsvTarget {
    private CsvTarget() {}

    /** Called with each input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Input.importCsv(bytes);
        } catch (DuplicateKeyException e) {
            // a key that comes twice is told by its own exception
        }
    }
}
