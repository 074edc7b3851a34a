package io.dictdb;

import java.util.Map;

/**
 * What has been done with a database since it was opened, see {@link DictDB#stats}. All numbers but that of snapshots only grow.
 *
 * @param tables the tables that there are now, by name in order of creation
 * @param commits commits that were acknowledged
 * @param conflicts attempts at a transaction that others were in the way of
 * @param snapshotsHeld snapshots that are neither closed nor collected
 * @param journalBytes what was added to the journal; 0 in memory only
 * @param images images that were written
 * @param failedImages images that could not be written
 * @param failedWrites how often the journal could not be written or forced
 * @param backups backups that were written
 * @param failedBackups backups that failed
 */
public record DatabaseStats(
        Map<String, TableStats> tables,
        long commits,
        long conflicts,
        long snapshotsHeld,
        long journalBytes,
        long images,
        long failedImages,
        long failedWrites,
        long backups,
        long failedBackups) {}
