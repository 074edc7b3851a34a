package io.dictdb.internal.index;

/**
 * The token of one writer for one commit. A node made under an edit belongs to it and may be changed in place by later calls with the
 * same edit; every other node is copied first. So of the results of one edit only the latest may be used, and once a version is
 * published its edit must never be used again.
 */
public final class Edit {}
