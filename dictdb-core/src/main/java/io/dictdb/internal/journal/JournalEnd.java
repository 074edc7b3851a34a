package io.dictdb.internal.journal;

/**
 * Where a journal ends.
 *
 * @param id the last segment; 0 for none
 * @param number its number
 * @param offset where its last good frame ends
 * @param sequence the last commit
 */
public record JournalEnd(long id, long number, long offset, long sequence) {
    /** A journal that has no segment yet. */
    public static JournalEnd none(long sequence) {
        return new JournalEnd(0, 0, 0, sequence);
    }
}
