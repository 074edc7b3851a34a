package io.dictdb.internal.journal;

import io.dictdb.internal.file.Faults;
import io.dictdb.internal.file.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The segments of a directory as files. */
public record JournalFiles(Storage storage, Path directory) {
    /** The files by number. */
    List<Path> paths() throws IOException {
        List<Path> paths = new ArrayList<>(storage.list(directory, SegmentName.PREFIX, SegmentName.SUFFIX));
        paths.removeIf(path -> SegmentName.number(path).isEmpty());
        paths.sort(Comparator.comparingLong(path -> SegmentName.number(path).orElseThrow()));
        return paths;
    }

    /** How a file begins. */
    byte[] start(Path file) throws IOException {
        try (InputStream in = storage.open(file)) {
            return in.readNBytes(SegmentHeader.BYTES);
        }
    }

    /** The header of a file; empty while that is being created, and when that was given up and it is gone. */
    Optional<SegmentHeader> header(Path file) throws IOException {
        try {
            return SegmentHeader.of(start(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The id of the segment that holds a commit, if that is kept; 0 for the commit before the first. */
    public OptionalLong segmentOf(long commit) {
        try {
            List<Path> paths = commit == 0 ? List.of() : paths();
            for (int i = paths.size() - 1; i >= 0; i--) {
                SegmentHeader header = header(paths.get(i)).orElse(null);
                if (header != null && header.last() < commit) {
                    return OptionalLong.of(header.id());
                }
            }
            return commit == 0 ? OptionalLong.of(0) : OptionalLong.empty();
        } catch (IOException e) {
            throw Faults.reading(directory, e);
        }
    }

    /**
     * Deletes the oldest segments, as long as the one behind holds everything after a commit.
     *
     * @param sequence a commit that an image holds
     * @param until segments in which there is something later than that stay
     * @param most how many are deleted at once
     */
    public void deleteUpTo(long sequence, Instant until, int most) {
        try {
            List<Path> paths = paths();
            int end = Math.min(most, paths.size() - 1);
            for (int i = 0; i < end && isEndedBefore(paths.get(i + 1), sequence, until); i++) {
                storage.delete(paths.get(i));
            }
        } catch (IOException e) {
            throw Faults.writing(directory, e);
        }
    }

    private boolean isEndedBefore(Path next, long sequence, Instant until) throws IOException {
        Optional<SegmentHeader> header = header(next);
        return header.isPresent()
                && header.get().last() <= sequence
                && !Instant.ofEpochMilli(header.get().at()).isAfter(until);
    }
}
