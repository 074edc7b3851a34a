package io.dictdb.internal.journal;

import io.dictdb.internal.file.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes segments, one after the other. For one thread at a time. */
public final class SegmentWriter {
    private final Storage storage;
    private final Path directory;
    private final Clock clock;
    private Segment current;
    private Path path;
    private long last;
    private long forced;
    private long marked;
    private Storage.@Nullable Output out;

    /** A segment that has been written to. */
    record Segment(long id, long number, long end) {
        static final Segment NONE = new Segment(0, 0, 0);
    }

    /**
     * Goes on behind the end of a journal, with a new segment.
     *
     * @param end where the journal ends; everything up to there is on the disk
     */
    public SegmentWriter(Storage storage, Path directory, Clock clock, JournalEnd end) {
        this.storage = storage;
        this.directory = directory;
        this.clock = clock;
        this.current = new Segment(end.id(), end.number(), end.offset());
        this.path = SegmentName.path(directory, end.number());
        this.last = end.sequence();
        this.forced = last;
        this.marked = last;
    }

    /** Begins a segment although there is nothing to write yet. */
    public void begin() throws IOException {
        Storage.Output unused = begun(UUID.randomUUID().getLeastSignificantBits());
        finish();
    }

    /** A write failed, and all of it has been taken back. */
    static final class NotWritten extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException reason;

        NotWritten(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    /** The file that is being written, or is to be written next. */
    Path path() {
        return path;
    }

    /** The last commit that has been written. */
    long last() {
        return last;
    }

    /** Where the journal ends now. */
    JournalEnd end() {
        return new JournalEnd(current.id, current.number, current.end, last);
    }

    /**
     * Writes frames. There is room for one more frame in front of them.
     *
     * @param sequence the last commit among them
     * @throws NotWritten when it could not, but next time may
     */
    void write(long segment, byte[] bytes, int offset, int length, long sequence) throws IOException {
        Storage.Output open = out != null && current.id == segment ? out : begun(segment);
        boolean marks = forced > marked;
        int from = marks ? offset - Frame.HEADER : offset;
        if (marks) {
            Frame.seal(bytes, from, segment, Frame.MARK, forced, 0);
        }
        append(open, bytes, from, length + offset - from);
        marked = marks ? forced : marked;
        last = sequence;
    }

    private void append(Storage.Output open, byte[] bytes, int from, int length) throws IOException {
        try {
            open.write(bytes, from, length);
        } catch (IOException e) {
            open.truncate(current.end);
            throw new NotWritten(e);
        }
        current = new Segment(current.id, current.number, current.end + length);
    }

    private Storage.Output begun(long id) throws IOException {
        finish();
        long number = current.number + 1;
        path = SegmentName.path(directory, number);
        Storage.Output created = created(new SegmentHeader(id, number, current.id, last, current.end, clock.millis()));
        out = created;
        current = new Segment(id, number, SegmentHeader.BYTES);
        return created;
    }

    /** What comes after a segment tells where that ends, so it must be there for certain. */
    private void finish() throws IOException {
        if (out != null) {
            force();
            Storage.Output done = out;
            out = null;
            done.close();
        }
    }

    private Storage.Output created(SegmentHeader header) throws IOException {
        try {
            storage.delete(path);
            Storage.Output created = storage.create(path, null);
            try {
                created.write(header.bytes(), 0, SegmentHeader.BYTES);
                created.force();
                storage.forceDirectory(directory);
                return created;
            } catch (IOException | RuntimeException e) {
                try (Closeable deleted = () -> storage.delete(path);
                        created) {
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new NotWritten(e);
        }
    }

    /** Returns when everything that has been written is on the disk. After a failure the file must not be touched any more. */
    void force() throws IOException {
        if (out != null && forced != last) {
            out.force();
        }
        forced = last;
    }

    /** Writes down that everything has been forced, so that whatever is damaged later cannot be taken for something that was never there. */
    void mark() throws IOException {
        if (out != null && marked != forced) {
            byte[] mark = new byte[Frame.HEADER];
            Frame.seal(mark, 0, current.id, Frame.MARK, forced, 0);
            append(out, mark, 0, mark.length);
            out.force();
            marked = forced;
        }
    }

    /** Lets go of the file. */
    void close() {
        try (Storage.Output open = out) {
            out = null;
        } catch (IOException e) {
            // everything has been forced, or its failure told
        }
    }
}
