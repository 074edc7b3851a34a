package io.dictdb;

/**
 * What has been done with a table since the database was opened, see {@link DictDB#stats}. All but the first only grow, as long as it is the same table.
 *
 * @param records how many it has now
 * @param inserts records that were inserted
 * @param updates records that were updated, also to what they were
 * @param deletes records that were deleted
 * @param gets how often a record was asked for by its key
 * @param queries how often records were asked for by a condition: queries, aggregations, exports, updates and deletes that have ended
 * @param rowsScanned the records that these looked at
 * @param rowsReturned the records that they found, or the groups that they made
 * @param indexHits how many of them found their records by an index or the primary key
 */
public record TableStats(
        int records,
        long inserts,
        long updates,
        long deletes,
        long gets,
        long queries,
        long rowsScanned,
        long rowsReturned,
        long indexHits) {}
