package io.dictdb.internal.journal;

import io.dictdb.StorageException;
import io.dictdb.spi.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Files of commits. */
public final class CommitFile {
    private CommitFile() {}

    /**
     * Writes one.
     *
     * @param header its last commit is in the journal
     * @param commits stands behind the commit that the header names as the one before
     * @param until up to where the journal may be read
     */
    public static void write(CommitFileHeader header, JournalTail commits, JournalEnd until, OutputStream out)
            throws IOException {
        header.writeTo(out);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        CommitOutput output = new CommitOutput((payload, length, sequence, more) -> {
            byte[] frame = new byte[Frame.HEADER + length];
            System.arraycopy(payload, 0, frame, Frame.HEADER, length);
            Frame.seal(frame, 0, header.id(), more ? Frame.MORE : 0, sequence, length);
            frames.write(frame);
        });
        while (commits.last() < header.sequence() && commits.next(until, output)) {
            frames.writeTo(out); // apart, so that each side's failures are its own
            frames.reset();
        }
        if (commits.last() != header.sequence()) {
            throw new StorageException("the journal does not hold commit " + header.sequence());
        }
    }

    /**
     * Shows the commits of one.
     *
     * @param begun is told what the header says, before any commit
     * @return its header
     * @throws IllegalArgumentException when it is damaged; what was shown before is true
     */
    public static CommitFileHeader read(
            SourceFile source, Consumer<CommitFileHeader> begun, CommitVisitor<RuntimeException> visitor)
            throws IOException {
        InputStream file = source.stream();
        Path path = source.path();
        CommitFileHeader header = CommitFileHeader.read(file);
        begun.accept(header);
        SegmentInput in =
                new SegmentInput(file, source.offset(), header.id(), header.from(), Long.MAX_VALUE, source.options());
        boolean wanted = true;
        while (wanted && in.last() != header.sequence()) {
            if (!in.next()) {
                throw damage(in);
            }
            wanted = in.read(visitor, path);
        }
        if (wanted && !in.isAtEnd()) {
            throw new IllegalArgumentException("there is something behind its last commit");
        }
        return header;
    }

    private static RuntimeException damage(SegmentInput in) throws IOException {
        if (in.isAtEnd()) {
            throw new EOFException();
        }
        return new IllegalArgumentException("it is damaged after commit " + in.last());
    }
}
