package io.dictdb.internal.engine;

import io.dictdb.SchemaValidationException;
import io.dictdb.internal.value.FrozenMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records to be inserted together. They are checked one after the other, each for its key first and for the schema then; what is wrong with the
 * first wrong one is what the caller hears. The schema is checked before the table's lock is taken, keys can only be under it: so a refusal by the
 * schema waits here until the keys up to it have been seen.
 */
final class Batch {
    private final TableDefinition table;
    private final List<FrozenMap> fitted = new ArrayList<>();
    private @Nullable FrozenMap refused;
    private @Nullable SchemaValidationException refusal;

    Batch(TableDefinition table) {
        this.table = table;
    }

    /** Adds a record behind the others; false when the schema refuses it, and no further one matters. */
    boolean add(FrozenMap record, boolean validated) {
        try {
            return fitted.add(validated ? table.fitted(record) : record);
        } catch (SchemaValidationException e) {
            refused = record;
            refusal = e;
            return false;
        }
    }

    boolean isEmpty() {
        return fitted.isEmpty() && refusal == null;
    }

    int size() {
        return fitted.size();
    }

    /** Puts the records into an edit and returns their keys. */
    List<Object> insert(TableEdit edit) {
        List<Object> keys = new ArrayList<>(fitted.size());
        for (FrozenMap record : fitted) {
            keys.add(edit.insert(record));
        }
        if (refused != null && refusal != null) {
            edit.refuseTaken(refused);
            throw refusal;
        }
        return Collections.unmodifiableList(keys);
    }
}
