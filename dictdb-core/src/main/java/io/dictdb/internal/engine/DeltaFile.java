package io.dictdb.internal.engine;

import io.dictdb.LoadOptions;
import io.dictdb.internal.file.Origin;
import io.dictdb.internal.journal.CommitFileHeader;
import io.dictdb.internal.json.Delta;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delta that has been read from a file and is whole. */
sealed interface DeltaFile {
    Path file();

    /** The file by its content. */
    Origin origin();

    /** When it was written. */
    Instant at();

    /** What it follows; null in one of Python's, which does not say. */
    Delta.@Nullable Link link();

    /** What came of all commits together. */
    record Changes(Path file, Origin origin, Delta delta) implements DeltaFile {
        @Override
        public Instant at() {
            return delta.at();
        }

        @Override
        public Delta.@Nullable Link link() {
            return delta.link();
        }
    }

    /**
     * Each commit. They are not in memory but read again when they are wanted.
     *
     * @param options how the file is to be read
     */
    record Commits(Path file, Origin origin, CommitFileHeader header, LoadOptions options) implements DeltaFile {
        @Override
        public Instant at() {
            return header.at();
        }

        @Override
        public Delta.Link link() {
            return linkOf(header);
        }

        static Delta.Link linkOf(CommitFileHeader header) {
            return new Delta.Link(header.follows(), header.from(), header.sequence());
        }
    }
}
