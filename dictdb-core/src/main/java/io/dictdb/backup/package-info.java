/** Backups that can be trusted: full and incremental, at one commit point, verified, restorable to any of them. {@link io.dictdb.backup.BackupManager} is where to begin. */
@NullMarked
package io.dictdb.backup;

import org.jspecify.annotations.NullMarked;
