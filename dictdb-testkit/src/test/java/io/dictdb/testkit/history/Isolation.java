package io.dictdb.testkit.history;

import static io.dictdb.testkit.history.Anomaly.Kind.G2;
import static io.dictdb.testkit.history.Anomaly.Kind.G2_REALTIME;
import static io.dictdb.testkit.history.Anomaly.Kind.G_SINGLE;
import static io.dictdb.testkit.history.Anomaly.Kind.G_SINGLE_REALTIME;
import static io.dictdb.testkit.history.Anomaly.Kind.INCOMPATIBLE_ORDER;
import static io.dictdb.testkit.history.Anomaly.Kind.INTERNAL;

import io.dictdb.testkit.history.Anomaly.Kind;
import java.util.EnumSet;
import java.util.Set;

/** How well a simulated store keeps transactions apart, and what that lets happen. */
enum Isolation {
    /** A transaction is executed at once. */
    SERIAL(EnumSet.noneOf(Kind.class)),
    /** From a snapshot; a commit fails if anything that was read or appended to has changed. */
    OPTIMISTIC(EnumSet.noneOf(Kind.class)),
    /** From a snapshot; a commit fails only if what was appended to has changed. */
    SNAPSHOT(EnumSet.of(G2, G2_REALTIME)),
    /** As optimistic, but transactions that only read may get an old snapshot. */
    STALE(EnumSet.of(Kind.G0_REALTIME, Kind.G1C_REALTIME, G_SINGLE_REALTIME, G2_REALTIME)),
    /** Each read sees what is committed, and behind it what the transaction will append there, if nobody else does before. */
    READ_COMMITTED(EnumSet.of(INTERNAL, INCOMPATIBLE_ORDER, G_SINGLE, G2, G_SINGLE_REALTIME, G2_REALTIME)),
    /** From a snapshot, and commits write whole lists over each other. */
    LAST_WRITER_WINS(EnumSet.allOf(Kind.class)),
    /** Everybody sees everything at once; an abort takes it back. */
    READ_UNCOMMITTED(EnumSet.allOf(Kind.class));

    private final Set<Kind> allowed;

    Isolation(Set<Kind> allowed) {
        this.allowed = allowed;
    }

    Set<Kind> allowed() {
        return allowed;
    }
}
