package io.dictdb.proofs.fuzz;

/** A JSON file. */
public final class JsonTarget {
    private JsonTarget() {}

    /** Called with each input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input.load(bytes, "json");
    }
}
