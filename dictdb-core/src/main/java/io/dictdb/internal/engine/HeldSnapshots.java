package io.dictdb.internal.engine;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The snapshots that are neither closed nor collected. */
final class HeldSnapshots {
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Frozen> collected = new ReferenceQueue<>();

    /** A snapshot that can be forgotten. */
    final class Held extends WeakReference<Frozen> {
        private Held(Frozen snapshot) {
            super(snapshot, collected);
        }

        void end() {
            held.remove(this);
        }
    }

    Held add(Frozen snapshot) {
        forgetCollected();
        Held added = new Held(snapshot);
        held.add(added);
        return added;
    }

    long count() {
        forgetCollected();
        return held.size();
    }

    private void forgetCollected() {
        for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
            ((Held) gone).end();
        }
    }
}
