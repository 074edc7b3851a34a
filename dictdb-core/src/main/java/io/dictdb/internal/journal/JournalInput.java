package io.dictdb.internal.journal;

import io.dictdb.CorruptFileException;
import io.dictdb.StorageException;
import io.dictdb.TruncatedFileException;
import io.dictdb.UnsupportedFormatException;
import io.dictdb.internal.file.Faults;
import io.dictdb.internal.file.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the segments of a directory, one after the other, as far as they are good.
 *
 * <p>Where the last segment is cut short, its writing was: nothing behind that place was ever known to be on the disk. That is told apart from damage by what comes after it. A later
 * segment says where the one before it ends; within a segment, marks say up to which commit it had been forced. What lies before either must be there and true.
 */
public final class JournalInput {
    private final Storage storage;
    private final Path directory;
    private final JournalFiles files;
    private final List<Segment> segments = new ArrayList<>();
    private long highest;
    private long bytes;
    private @Nullable StorageException damage;
    private long lost;
    private Optional<Cut> cut = Optional.empty();
    private JournalEnd end;
    private boolean isOver;

    /** One whose header is not true has none. */
    private record Segment(Path path, @Nullable SegmentHeader header, long bytes) {
        long last() {
            return header == null ? 0 : header.last();
        }
    }

    /**
     * The end of a segment that was not read, because its writing was cut short.
     *
     * @param path the file
     * @param offset where its last commit ends
     * @param bytes how many come after
     */
    public record Cut(Path path, long offset, long bytes) {}

    /** Looks at the headers. */
    public JournalInput(Storage storage, Path directory) {
        this.storage = storage;
        this.directory = directory;
        this.files = new JournalFiles(storage, directory);
        this.end = JournalEnd.none(0);
        try {
            for (Path file : files.paths()) {
                add(file);
            }
        } catch (IOException e) {
            throw Faults.reading(directory, e);
        }
    }

    private void add(Path file) throws IOException {
        highest = SegmentName.number(file).orElseThrow();
        long bytes = storage.size(file);
        Optional<SegmentHeader> header = header(file);
        if (header.isPresent() && header.get().number() == highest) {
            dropAbandoned(header.get());
            segments.add(new Segment(file, header.get(), bytes));
        } else if (bytes > SegmentHeader.BYTES) {
            segments.add(new Segment(file, null, bytes));
        } // otherwise it had only just been created
    }

    /** One that was created and not used, because its creation failed in the end. */
    private void dropAbandoned(SegmentHeader next) {
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null
                && last.header != null
                && last.bytes == SegmentHeader.BYTES
                && last.header.id() != next.previous()) {
            segments.remove(segments.size() - 1);
        }
    }

    private Optional<SegmentHeader> header(Path file) throws IOException {
        byte[] bytes = files.start(file);
        int version = SegmentHeader.recognises(bytes) ? SegmentHeader.version(bytes) : SegmentHeader.VERSION;
        if (version > SegmentHeader.VERSION) {
            String message =
                    file + " has version " + version + "; this is for version " + SegmentHeader.VERSION + " and older";
            throw new UnsupportedFormatException(message, file, version, UnsupportedFormatException.Reason.TOO_NEW);
        }
        return SegmentHeader.of(bytes);
    }

    /** Whether there is no segment that has been used. */
    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** Shows all commits after one, in order, and returns where the journal ends. Stops where it is damaged, and at a commit that is not wanted. */
    public JournalEnd read(long after, CommitVisitor<RuntimeException> visitor) {
        end = new JournalEnd(0, highest, 0, after);
        int first = segments.size() - 1;
        while (first >= 0 && segments.get(first).last() > after) {
            first--;
        }
        if (first < 0) {
            missing(segments.isEmpty() ? null : segments.get(0), after);
        }
        for (int i = Math.max(first, 0); i < segments.size() && damage == null && !isOver; i++) {
            SegmentHeader header = segments.get(i).header;
            if (header == null) {
                headerIsDamaged(segments.get(i).path);
            } else if (i > first && header.previous() != end.id()) {
                doesNotFollow(segments.get(i).path);
            } else {
                read(
                        segments.get(i).path,
                        header,
                        i + 1 < segments.size() ? segments.get(i + 1) : null,
                        after,
                        visitor);
            }
        }
        return end;
    }

    private void missing(@Nullable Segment found, long after) {
        String what = found == null ? "no segment" : "only what comes after commit " + found.last();
        damaged(new CorruptFileException(
                "the journal in " + directory + " has " + what + "; what follows commit " + after + " is missing",
                directory,
                0,
                OptionalLong.of(after + 1)));
    }

    private void headerIsDamaged(Path path) {
        damaged(new CorruptFileException(
                path + " is damaged: its header is not true", path, 0, OptionalLong.of(end.sequence() + 1)));
    }

    private void doesNotFollow(Path path) {
        String why = "a segment before " + path + " is missing, or one of the two is from another journal";
        damaged(new CorruptFileException(why, path, 0, OptionalLong.of(end.sequence() + 1)));
    }

    private void damaged(StorageException how) {
        damage = how;
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.header != null) {
            lost = Math.max(lost, traces(last.path, last.header));
        }
    }

    /** The highest commit of which there is a frame in a segment. */
    private long traces(Path path, SegmentHeader header) {
        try (InputStream file = storage.open(path);
                SegmentInput in = new SegmentInput(file, header, Long.MAX_VALUE)) {
            return in.rest().seen();
        } catch (IOException e) {
            return header.last();
        }
    }

    private void read(
            Path path,
            SegmentHeader header,
            @Nullable Segment next,
            long after,
            CommitVisitor<RuntimeException> visitor) {
        SegmentHeader following = next == null ? null : next.header;
        bytes += following == null ? 0 : following.end();
        try (InputStream file = storage.open(path);
                SegmentInput in =
                        new SegmentInput(file, header, following == null ? Long.MAX_VALUE : following.end())) {
            while (!isOver && in.next()) {
                isOver = !in.read(in.last() > after ? visitor : CommitVisitor.NONE, path);
            }
            if (isOver) {
                return;
            }
            end = new JournalEnd(header.id(), highest, in.end(), Math.max(after, in.last()));
            bytes += following == null ? in.end() : 0;
            judge(in, path, following);
        } catch (IOException e) {
            damaged(Faults.reading(path, e));
        }
    }

    private void judge(SegmentInput in, Path path, @Nullable SegmentHeader next) throws IOException {
        boolean whole = next == null ? in.isAtEnd() : in.end() == next.end() && in.last() == next.last();
        if (whole) {
            return;
        }
        SegmentInput.Rest rest = in.rest();
        lost = rest.seen();
        OptionalLong sequence = OptionalLong.of(in.last() + 1);
        if (next != null && rest.bytes() == 0) {
            String message = path + " ends too early, after " + in.end() + " bytes";
            damaged(new TruncatedFileException(message, path, in.end(), sequence));
        } else if (next != null || rest.wasForced()) {
            String message = path + " is damaged at byte " + in.end() + ", after commit " + in.last();
            damaged(new CorruptFileException(message, path, in.end(), sequence));
        } else {
            cut = Optional.of(new Cut(path, in.end(), rest.bytes()));
        }
    }

    /** What is wrong, if anything is. */
    public Optional<StorageException> damage() {
        return Optional.ofNullable(damage);
    }

    /** The highest commit of which there was a trace, where there is damage. */
    public long lost() {
        return lost;
    }

    /** How long the segments are from the one on that was read first. */
    public long bytes() {
        return bytes;
    }

    /** Has the last segment forced: what was read from it may be in the memory of the operating system only. */
    public void force() {
        if (!segments.isEmpty()) {
            Path last = segments.get(segments.size() - 1).path;
            try {
                storage.force(last);
            } catch (IOException e) {
                throw Faults.writing(last, e);
            }
        }
    }

    /** What was left behind the last commit. */
    public Optional<Cut> cut() {
        return cut;
    }
}
