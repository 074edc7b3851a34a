package io.dictdb.internal.journal;

/** The byte that begins each part of a commit. Numbers in files: none may ever change. */
final class Op {
    static final int END = 0;
    static final int DROP = 1;
    static final int CREATE = 2;
    static final int TABLE = 3;
    static final int INDEXES = 4;
    static final int HIGHEST = 5;
    static final int CLEAR = 6;
    static final int DELETE = 7;
    static final int PUT = 8;

    /** How many names and shapes a segment remembers; of more, each is written out. Reader and writer count alike. */
    static final int REMEMBERED = 1 << 14;

    private Op() {}
}
