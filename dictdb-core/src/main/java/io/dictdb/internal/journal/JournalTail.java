package io.dictdb.internal.journal;

import io.dictdb.CorruptFileException;
import io.dictdb.StorageException;
import io.dictdb.internal.file.Faults;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal while it grows, never further than it is told: what lies behind may still be taken back. Nobody may delete segments meanwhile in which there is something that it has not read. For one thread at
 * a time.
 */
public final class JournalTail implements Closeable {
    private final JournalFiles files;
    private final ArrayDeque<Path> ahead = new ArrayDeque<>();
    private @Nullable Segment segment;
    private long last;

    private record Place(Path path, SegmentHeader header) {}

    private record Segment(Place place, SegmentInput in) {
        long id() {
            return place.header.id();
        }

        /** Whether another may come behind it. */
        boolean leadsTo(SegmentHeader next) {
            return next.number() > place.header.number()
                    && next.last() == in.last()
                    && (next.previous() != id() || next.end() == in.end());
        }
    }

    /**
     * @param after the last commit that is not to be read
     * @throws StorageException when the one after it is not kept
     */
    public JournalTail(JournalFiles files, long after) {
        this.files = files;
        this.last = after;
        try {
            if (isBegun()) {
                Place unused = place();
            }

        } catch (IOException e) {
            throw Faults.reading(files.directory(), e);
        }
    }

    /**
     * Shows the next commit.
     *
     * @param until up to where the journal may be read
     * @return false if there is none up to there
     */
    public <E extends Exception> boolean next(JournalEnd until, CommitVisitor<E> visitor) throws E {
        Path path = files.directory();
        try {
            while (last < until.sequence()) {
                Segment here = segment == null ? open(place()) : segment;
                path = here.place.path;
                here.in.limit(here.id() == until.id() ? until.offset() : Long.MAX_VALUE);
                if (!here.in.next()) {
                    move(here);
                } else if (here.in.last() <= last) {
                    boolean unused = here.in.read(CommitVisitor.NONE, path);
                } else {
                    last = here.in.last();
                    return here.in.read(visitor, path);
                }
            }
            return false;
        } catch (IOException e) {
            throw Faults.reading(path, e);
        }
    }

    /** The last commit that has been shown, or is not to be. */
    public long last() {
        return last;
    }

    /** Whether there is a segment; the first one is created with the first commit. */
    private boolean isBegun() throws IOException {
        for (Path path : files.paths()) {
            if (files.header(path).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Where the next commit is. Looks at the newest segments first: others may be deleted meanwhile. */
    private Place place() throws IOException {
        List<Path> paths = files.paths();
        for (int i = paths.size() - 1; i >= 0; i--) {
            Path path = paths.get(i);
            SegmentHeader header = files.header(path).orElse(null);
            if (header != null && header.last() <= last) {
                return new Place(path, header);
            }
        }
        String message = "commit " + (last + 1) + " is not kept in the journal in " + files.directory()
                + " any more; keepJournalFor says for how long it is";
        throw new StorageException(message, files.directory());
    }

    private Segment open(Place place) throws IOException {
        InputStream file = files.storage().open(place.path);
        boolean done = false;
        try {
            Segment opened = new Segment(place, new SegmentInput(file, place.header, Long.MAX_VALUE));
            segment = opened;
            done = true;
            return opened;
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    /** A segment has been read to its end, and there is more. */
    private void move(Segment from) throws IOException {
        Place next = following(from);
        if (next == null) {
            ahead.addAll(files.paths());
            next = following(from);
        }
        if (next == null) {
            Path path = from.place.path;
            String message = path + " is damaged at byte " + from.in.end() + ", after commit " + from.in.last();
            throw new CorruptFileException(message, path, from.in.end(), OptionalLong.of(from.in.last() + 1));
        }
        close();
        Segment unused = open(next);
    }

    /** The next segment among those that have been listed. */
    private @Nullable Place following(Segment from) throws IOException {
        Place next = null;
        while (next == null && !ahead.isEmpty()) {
            Path path = ahead.remove();
            if (SegmentName.number(path).orElse(0) > from.place.header.number()) {
                next = following(from, path);
            }
        }
        return next;
    }

    /** A segment, if it comes behind another. */
    private @Nullable Place following(Segment from, Path path) throws IOException {
        SegmentHeader header = files.header(path).orElse(null);
        return header != null && from.leadsTo(header) ? new Place(path, header) : null;
    }

    @Override
    public void close() throws IOException {
        Segment open = segment;
        segment = null;
        if (open != null) {
            open.in.close();
        }
    }
}
