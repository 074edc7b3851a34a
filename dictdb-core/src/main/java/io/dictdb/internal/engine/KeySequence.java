package io.dictdb.internal.engine;

import io.dictdb.DuplicateKeyException;
import io.dictdb.internal.index.KeyIndex;
import io.dictdb.internal.value.Literals;
import io.dictdb.internal.value.Numbers;
import io.dictdb.internal.value.Values;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The rules of primary keys: which values can be one, which comes next. */
final class KeySequence {
    private KeySequence() {}

    /** The next automatic key behind the highest that was ever used. */
    static Number next(TableDefinition table, Number highest, KeyIndex keys) {
        if (table.check != null && !table.check.hasAutomaticKeys()) {
            throw table.check.noAutomaticKey();
        }
        Number next = following(highest);
        while (keys.find(next) >= 0) { // taken by a double of the same value
            next = following(next);
        }
        return next;
    }

    /** Tells the keys that were passed over to give a record its automatic one: taken, and yet not counted, because they are no integers. */
    static void passedOver(TableState before, Object key, Consumer<Object> consumer) {
        Number below = key instanceof Long || key instanceof BigInteger ? preceding((Number) key) : before.highestKey();
        while (Numbers.compare(below, before.highestKey()) > 0 && before.keys().find(below) >= 0) {
            consumer.accept(below);
            below = preceding(below);
        }
    }

    private static Number preceding(Number key) {
        if (key instanceof Long n && n > Long.MIN_VALUE) {
            return n - 1;
        }
        BigInteger before = Numbers.decimal(key).toBigIntegerExact().subtract(BigInteger.ONE);
        return (Number) Objects.requireNonNull(Values.in("key", before));
    }

    private static Number following(Number key) {
        if (key instanceof Long n && n < Long.MAX_VALUE) {
            return n + 1;
        }
        BigInteger next = Numbers.decimal(key).toBigIntegerExact().add(BigInteger.ONE);
        return (Number) Objects.requireNonNull(Values.in("automatic key", next));
    }

    /** The highest integer key once this one is used. */
    static Number highest(Number known, Object key) {
        boolean integer = key instanceof Long || key instanceof BigInteger;
        return integer && Numbers.compare((Number) key, known) > 0 ? (Number) key : known;
    }

    static void refuseUnusable(TableDefinition table, Object key) {
        if (key instanceof List
                || key instanceof Map
                || key instanceof byte[]
                || (key instanceof Double d && d.isNaN())) {
            throw new IllegalArgumentException("Table '" + table.name + "', field '" + table.primaryKey + "': "
                    + Literals.of(key) + " cannot be a primary key; lists, maps, byte arrays and NaN cannot");
        }
    }

    static DuplicateKeyException duplicate(TableDefinition table, Object key) {
        String message = "Table '" + table.name + "' already has a record with " + table.primaryKey + " "
                + Literals.of(key) + "; use upsert to change it";
        return new DuplicateKeyException(message, table.name, key);
    }
}
