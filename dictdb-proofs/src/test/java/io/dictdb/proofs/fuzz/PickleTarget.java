package io.dictdb.proofs.fuzz;

/** A pickle. */
public final class PickleTarget {
    private PickleTarget() {}

    /** Called with each input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input.load(bytes, "pickle");
    }
}
