package io.dictdb.internal.journal;

import io.dictdb.internal.journal.Journal.Content;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes frames of commits and puts them into batches. Guarded by the lock of the queue. */
final class Encoder<T> {
    private static final long SEGMENT = 64L << 20;

    private final ArrayDeque<Batch<T>> pending;
    private final CommitOutput out = new CommitOutput(this::frame);
    private final AtomicLong bytes = new AtomicLong();
    private final Crowd crowd = new Crowd();
    private long segment;
    private long segmentBytes;
    private boolean rotate = true;
    private long last;

    /**
     * @param pending where batches wait
     * @param last the last commit that was added
     */
    Encoder(ArrayDeque<Batch<T>> pending, long last) {
        this.pending = pending;
        this.last = last;
    }

    /** How much has been added so far. May be asked without the lock. */
    long bytes() {
        return bytes.get();
    }

    /** The next commit begins a new segment. */
    void rotate() {
        rotate = true;
    }

    /** Goes on behind an earlier commit, because those after it have been taken back. */
    void backTo(long sequence) {
        last = sequence;
        rotate = true;
    }

    /** Adds a commit to the last batch, or a new one. Whatever is thrown, nothing was added. */
    Batch<T> encode(long sequence, Instant at, T attachment, Content content) {
        Batch<T> batch = batch();
        int before = batch.size();
        boolean done = false;
        try {
            write(sequence, at, content);
            done = true;
        } catch (IOException e) {
            throw new IllegalStateException(e); // memory has no such failures
        } finally {
            if (!done) {
                giveUp(batch, before);
            }
        }
        last = sequence;
        segmentBytes += batch.size() - before;
        bytes.addAndGet(batch.size() - before);
        batch.complete(sequence, attachment);
        crowd.add();
        return batch;
    }

    private void write(long sequence, Instant at, Content content) throws IOException {
        boolean unused = out.commit(sequence, last, at);
        content.writeTo(out);
        out.end();
    }

    private void frame(byte[] payload, int length, long sequence, boolean more) {
        pending.getLast().add(payload, length, sequence, more);
    }

    /** What was remembered on the way cannot be trusted any more. */
    private void giveUp(Batch<T> batch, int before) {
        batch.cut(before);
        rotate = true;
        if (batch.bytesOfCommits() == 0) {
            pending.removeLast();
        }
    }

    private Batch<T> batch() {
        if (rotate || segmentBytes > SEGMENT) {
            segment = UUID.randomUUID().getLeastSignificantBits();
            segmentBytes = 0;
            rotate = false;
            out.begin();
        }
        Batch<T> newest = pending.peekLast();
        if (newest == null || newest.segment != segment) {
            newest = new Batch<>(segment, new Ticket(crowd, crowd.begin()));
            pending.add(newest);
        }
        return newest;
    }
}
