package io.dictdb.testkit.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Anomalies as they are found. */
final class Findings {
    private record Place(Anomaly.Kind kind, long key) {}

    private final History history;
    private final Set<Place> places = new HashSet<>();
    private final List<Anomaly> anomalies = new ArrayList<>();

    Findings(History history) {
        this.history = history;
    }

    /** Adds what concerns a key, if it is the first of its kind there. */
    void add(Anomaly.Kind kind, long key, String what, int... transactions) {
        if (places.add(new Place(kind, key))) {
            add(kind, "key " + key + ": " + what, transactions);
        }
    }

    void add(Anomaly.Kind kind, String what, int... transactions) {
        String actors = IntStream.of(transactions)
                .mapToObj(txn -> "\n  " + history.describe(txn))
                .collect(Collectors.joining());
        anomalies.add(new Anomaly(kind, what + actors));
    }

    List<Anomaly> all() {
        return List.copyOf(anomalies);
    }
}
