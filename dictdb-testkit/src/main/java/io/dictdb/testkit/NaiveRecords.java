package io.dictdb.testkit;

import io.dictdb.DuplicateKeyException;
import io.dictdb.SchemaValidationException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/*
 * The records of a table in insertion order, and the counter of its keys. A record is replaced, never changed, so that copies can share it.
 * The counter is a BigInteger: the contract knows no largest key.
 */
final class NaiveRecords {
    private final String primaryKey;
    private final NaiveSchema schema;
    private final List<Map<String, @Nullable Object>> records = new ArrayList<>();
    private final TreeMap<Object, Map<String, @Nullable Object>> byKey = new TreeMap<>(NaiveOrder::compare);
    private BigInteger next = BigInteger.ONE;

    NaiveRecords(String primaryKey, NaiveSchema schema) {
        this.primaryKey = primaryKey;
        this.schema = schema;
    }

    NaiveRecords copy() {
        NaiveRecords copy = new NaiveRecords(primaryKey, schema);
        copy.records.addAll(records);
        copy.byKey.putAll(byKey);
        copy.next = next;
        return copy;
    }

    List<Map<String, @Nullable Object>> all() {
        return records;
    }

    Object keyOf(Map<String, @Nullable Object> record) {
        return keyed(record.get(primaryKey));
    }

    Optional<Map<String, @Nullable Object>> find(@Nullable Object key) {
        return key == null ? Optional.empty() : Optional.ofNullable(byKey.get(key));
    }

    Object insert(Map<String, @Nullable Object> record, boolean skipValidation) {
        Map<String, @Nullable Object> complete = new LinkedHashMap<>(record);
        if (record.get(primaryKey) == null) {
            complete.put(primaryKey, automaticKey());
        }
        Problems problems = new Problems();
        problems.collect(() -> checkKey(complete.get(primaryKey)));
        problems.collect(() -> complete.putAll(skipValidation ? complete : schema.fitted(complete)));
        if (!record.containsKey(primaryKey)) {
            complete.put(primaryKey, complete.remove(primaryKey));
        }
        problems.collect(() -> add(complete));
        problems.throwIfAny();
        return keyOf(complete);
    }

    /* The key 3.0 is no integer and does not move the counter, but it is equal to 3, which is then taken. */
    private Object automaticKey() {
        if (!schema.hasIntegerKey()) {
            throw new Refusal(SchemaValidationException.class, "the key is no integer");
        }
        while (byKey.containsKey(NaiveValues.integer(next))) {
            next = next.add(BigInteger.ONE);
        }
        return NaiveValues.integer(next);
    }

    private static void checkKey(@Nullable Object key) {
        boolean never = key instanceof byte[]
                || key instanceof List
                || key instanceof Map
                || (key instanceof Double d && d.isNaN());
        if (never) {
            throw new Refusal(IllegalArgumentException.class, Literal.of(key) + " cannot be a key");
        }
    }

    private void add(Map<String, @Nullable Object> record) {
        Object key = keyOf(record);
        if (byKey.putIfAbsent(key, record) != null) {
            throw new Refusal(DuplicateKeyException.class, "key " + Literal.of(key) + " is there");
        }
        records.add(record);
        count(key);
    }

    private void count(Object key) {
        if (key instanceof Long || key instanceof BigInteger) {
            next = next.max(NaiveOrder.exact((Number) key).toBigIntegerExact().add(BigInteger.ONE));
        }
    }

    void merge(Map<String, @Nullable Object> record, Map<String, @Nullable Object> changes) {
        if (changes.containsKey(primaryKey) && !NaiveOrder.equal(changes.get(primaryKey), record.get(primaryKey))) {
            throw new Refusal(SchemaValidationException.class, "the key cannot change");
        }
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(record);
        merged.putAll(changes);
        merged.put(primaryKey, record.get(primaryKey));
        replace(record, schema.fitted(merged));
    }

    private void replace(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i) == before) {
                records.set(i, after);
            }
        }
        byKey.put(keyOf(after), after);
    }

    NaiveRecords without(List<Map<String, @Nullable Object>> gone) {
        for (Map<String, @Nullable Object> record : gone) {
            byKey.remove(keyOf(record));
        }
        List<Map<String, @Nullable Object>> before = new ArrayList<>(records);
        records.clear();
        for (Map<String, @Nullable Object> record : before) {
            keepIfKeyed(record);
        }
        return this;
    }

    private void keepIfKeyed(Map<String, @Nullable Object> record) {
        if (byKey.containsKey(keyOf(record))) {
            records.add(record);
        }
    }

    private static Object keyed(@Nullable Object key) {
        if (key == null) {
            throw new IllegalStateException("a record without a key");
        }
        return key;
    }
}
