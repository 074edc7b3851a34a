package io.dictdb.testkit.history;

/** Why a transaction comes before another. */
enum Dependency {
    /** The second appended right after the first. */
    WW("ww"),
    /** The second saw what the first appended. */
    WR("wr"),
    /** The first did not see what the second appended. */
    RW("rw"),
    /** The first was over before the second began. */
    REAL_TIME("rt"),
    /** No reason of its own: it leads on from a node that stands for several transactions. */
    LINK("");

    private final String abbreviation;

    Dependency(String abbreviation) {
        this.abbreviation = abbreviation;
    }

    @Override
    public String toString() {
        return abbreviation;
    }
}
