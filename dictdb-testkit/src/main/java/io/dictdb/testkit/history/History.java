package io.dictdb.testkit.history;

import java.util.Comparator;
import java.util.List;

/**
 * What the transactions of a run did and saw.
 *
 * @param transactions in the order in which they began; reports call them T0, T1 and so on
 */
public record History(List<Txn> transactions) {
    /** Copies the list and sorts it. */
    public History {
        transactions = transactions.stream()
                .sorted(Comparator.comparingLong(Txn::begin))
                .toList();
    }

    /**
     * A history by hand.
     *
     * @param transactions in any order
     * @return the history
     */
    public static History of(Txn... transactions) {
        return new History(List.of(transactions));
    }

    Txn get(int number) {
        return transactions.get(number);
    }

    int size() {
        return transactions.size();
    }

    String describe(int number) {
        return "T" + number + " = " + get(number);
    }
}
