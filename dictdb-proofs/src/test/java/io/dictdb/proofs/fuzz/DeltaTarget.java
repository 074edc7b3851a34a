package io.dictdb.proofs.fuzz;

/** An incremental backup. */
public final class DeltaTarget {
    private DeltaTarget() {}

    /** Called with each input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input.applyDelta(bytes);
    }
}
