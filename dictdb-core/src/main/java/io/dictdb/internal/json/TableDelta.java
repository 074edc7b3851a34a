package io.dictdb.internal.json;

import io.dictdb.internal.value.ShapedMap;
import io.dictdb.spi.TableDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a table.
 *
 * @param name the table's name
 * @param created whether the table is new
 * @param description what describes it now; null in a delta of Python's, which knows the records only
 * @param moved keys of records that were deleted and inserted anew: they stand among the upserts, but have lost their place
 * @param upserts records that have changed or come, in insertion order
 * @param deletes keys of records that are gone
 */
public record TableDelta(
        String name,
        boolean created,
        @Nullable TableDescription description,
        List<Object> moved,
        Iterable<? extends ShapedMap> upserts,
        List<Object> deletes) {}
