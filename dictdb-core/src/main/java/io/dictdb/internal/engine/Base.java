package io.dictdb.internal.engine;

import io.dictdb.internal.file.Origin;

/**
 * What another backup follows.
 *
 * @param sequence a commit
 * @param backup a backup that holds it
 */
public record Base(long sequence, Origin backup) {}
