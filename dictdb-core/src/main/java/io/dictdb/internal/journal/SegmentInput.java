package io.dictdb.internal.journal;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDBException;
import io.dictdb.LoadOptions;
import io.dictdb.internal.bytes.ByteInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.OptionalLong;

/** Reads a segment, commit by commit, as far as it is good. */
final class SegmentInput implements Closeable, ByteInput.Source {
    private final Window window;
    private final long id;

    private final CommitInput commits;
    private final ArrayDeque<byte[]> parts = new ArrayDeque<>();
    private int at;
    private int length = -1;
    private long partial;
    private long last;
    private long end;

    /**
     * @param limit where it ends, as the next segment tells, or up to where it may be read for now
     */
    SegmentInput(InputStream file, SegmentHeader header, long limit) throws IOException {
        this(file, SegmentHeader.BYTES, header.id(), header.last(), limit, LoadOptions.defaults());
        file.skipNBytes(SegmentHeader.BYTES);
    }

    /**
     * Reads the frames of a file whose header has been read.
     *
     * @param start how long that is
     * @param id the random number that checksums are made with
     * @param last the last commit before
     */
    SegmentInput(InputStream file, long start, long id, long last, long limit, LoadOptions options) {
        this.commits = new CommitInput(this, options);
        this.window = new Window(file, start, limit);
        this.id = id;
        this.last = last;
        this.end = start;
    }

    /** More of it may be read. */
    void limit(long more) {
        window.limit(more);
    }

    /** The last commit that has been read. */
    long last() {
        return last;
    }

    /** Where the last good frame ends. */
    long end() {
        return end;
    }

    /** Whether nothing is left that would have to be good. */
    boolean isAtEnd() throws IOException {
        return window.offset() == end && window.ensure(1) == 0;
    }

    /** Goes to the next commit; false where none is whole and true. */
    boolean next() throws IOException {
        parts.clear();
        length = -1;
        while (isTrueFrame()) {
            byte[] bytes = window.bytes();
            int frame = window.next();
            long sequence = Frame.sequence(bytes, frame);
            if (Frame.has(bytes, frame, Frame.MARK)) {
                if (sequence > last || !parts.isEmpty()) {
                    return false;
                }
                pass(frame, true);
            } else if (sequence <= last || (!parts.isEmpty() && sequence != partial)) {
                return false;
            } else if (Frame.has(bytes, frame, Frame.MORE)) {
                partial = sequence;
                parts.add(payload(bytes, frame));
                pass(frame, false);
            } else {
                take(bytes, frame, sequence);
                return true;
            }
        }
        return false;
    }

    private void take(byte[] bytes, int frame, long sequence) {
        if (parts.isEmpty()) {
            at = frame + Frame.HEADER;
            length = Frame.length(bytes, frame);
        } else {
            parts.add(payload(bytes, frame));
        }
        pass(frame, true);
        last = sequence;
    }

    private static byte[] payload(byte[] bytes, int frame) {
        int from = frame + Frame.HEADER;
        return Arrays.copyOfRange(bytes, from, from + Frame.length(bytes, frame));
    }

    private void pass(int frame, boolean isEnd) {
        window.skip(Frame.HEADER + Frame.length(window.bytes(), frame));
        end = isEnd ? window.offset() : end;
    }

    private boolean isTrueFrame() throws IOException {
        int here = window.ensure(Frame.HEADER);
        if (here < Frame.HEADER || !Frame.isPossible(window.bytes(), window.next(), last)) {
            return false;
        }
        int size = Frame.HEADER + Frame.length(window.bytes(), window.next());
        int available = window.ensure(size); // before the window is asked where things are: it may move them
        return Frame.isTrue(window.bytes(), window.next(), available, id);
    }

    /** Hands the steps of the commit on; false if it was not wanted, and then no other can be read. */
    <E extends Exception> boolean read(CommitVisitor<E> visitor, Path path) throws IOException, E {
        try {
            return commits.read(last, visitor);
        } catch (IllegalArgumentException | DictDBException e) {
            String message = path + " makes no sense at commit " + last + ": " + e.getMessage();
            throw new CorruptFileException(message, path, end, OptionalLong.of(last));
        }
    }

    @Override
    public int most() {
        byte[] part = parts.peek();
        return part == null ? length : part.length;
    }

    @Override
    public int read(byte[] into, int offset) {
        byte[] part = parts.poll();
        if (part != null) {
            System.arraycopy(part, 0, into, offset, part.length);
            return part.length;
        }
        int n = length;
        if (n >= 0) {
            System.arraycopy(window.bytes(), at, into, offset, n);
            length = -1;
        }
        return n;
    }

    /** What lies behind the last good frame. */
    Rest rest() throws IOException {
        long forced = last;
        long seen = last;
        while (window.ensure(Frame.HEADER) >= Frame.HEADER) {
            if (isTrueFrame()) {
                long sequence = Frame.sequence(window.bytes(), window.next());
                boolean mark = Frame.has(window.bytes(), window.next(), Frame.MARK);
                forced = mark ? Math.max(forced, sequence) : forced;
                seen = Math.max(seen, sequence);
                window.skip(Frame.HEADER + Frame.length(window.bytes(), window.next()));
            } else {
                window.skip(1);
            }
        }
        window.skip(window.ensure(1));
        return new Rest(window.offset() - end, forced > last, seen);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    /**
     * What lies behind the last good frame.
     *
     * @param bytes how much
     * @param wasForced whether it is known to have been on the disk: then it has been damaged; otherwise its writing was cut short
     * @param seen the highest commit of which there is a trace
     */
    record Rest(long bytes, boolean wasForced, long seen) {}
}
