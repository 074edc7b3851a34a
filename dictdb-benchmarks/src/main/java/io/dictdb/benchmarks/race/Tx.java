package io.dictdb.benchmarks.race;

import io.dictdb.benchmarks.Transactions;

/** A transaction as an object of its own class, for contestants that keep such. */
record Tx(long id, long customer, double amount, String date, String status) {
    static Tx of(long id) {
        return new Tx(
                id,
                id % Transactions.CUSTOMERS,
                Transactions.amount(id),
                Transactions.day(id),
                Transactions.status(id));
    }

    Tx status(String other) {
        return new Tx(id, customer, amount, date, other);
    }

    Tx date(String other) {
        return new Tx(id, customer, amount, other, status);
    }

    double digest() {
        return digest(id, customer, amount, date, status);
    }

    static double digest(long id, long customer, double amount, String date, String status) {
        return id + customer + amount + date.length() + status.length();
    }

    /** What is read of a group. */
    static double digest(long customer, long n, double sum, double mean) {
        return customer + n + sum + mean;
    }
}
