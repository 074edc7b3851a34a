package io.dictdb.internal.file;

import io.dictdb.CorruptFileException;
import io.dictdb.LoadOptions;
import io.dictdb.StorageException;
import io.dictdb.UnsupportedFormatException;
import io.dictdb.UnsupportedFormatException.Reason;
import io.dictdb.spi.SourceFile;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** A file that is open for reading; expanded, if it is compressed. */
public final class Source implements SourceFile, Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int START = 64;

    private final Path path;
    private final LoadOptions options;
    private final byte[] start;
    private final CountingInput stream;
    private final CRC32C checksum;

    private Source(Path path, LoadOptions options, byte[] start, InputStream stream, CRC32C checksum) {
        this.checksum = checksum;
        this.path = path;
        this.options = options;
        this.start = start;
        this.stream = new CountingInput(stream, n -> {});
    }

    public static Source open(Storage storage, Path file, LoadOptions options) throws IOException {
        Path real = Place.toRead(file, options.allowedDirectory());
        InputStream raw = open(storage, real, options.allowedDirectory());
        try {
            return of(file, options, new CountingInput(raw, options.progress()));
        } catch (IOException | RuntimeException e) {
            try (raw) {
                throw e;
            }
        }
    }

    /** Opens a file of {@link Place#toRead}, which must still be there, if only one directory is allowed. */
    public static InputStream open(Storage storage, Path real, Optional<Path> within) throws IOException {
        requireUnmoved(real, within); // before, because opening a pipe may wait for ever
        InputStream raw = storage.open(real);
        try {
            requireUnmoved(real, within);
            return raw;
        } catch (IOException | RuntimeException e) {
            try (raw) {
                throw e;
            }
        }
    }

    private static void requireUnmoved(Path real, Optional<Path> within) throws IOException {
        if (within.isPresent() && !Place.isUnmoved(real)) {
            throw new StorageException(real + " is no regular file, or has been moved while it was opened", real);
        }
    }

    private static Source of(Path file, LoadOptions options, InputStream raw) throws IOException {
        CRC32C checksum = new CRC32C();
        InputStream in = new BufferedInputStream(new CheckedInputStream(raw, checksum), BUFFER);
        byte[] start = peek(in);
        if (Gunzip.isCompressed(start)) {
            in = new BufferedInputStream(new Gunzip(in, options.maxExpansion()), BUFFER);
            start = peek(in);
        }
        return new Source(file, options, start, in, checksum);
    }

    private static byte[] peek(InputStream in) throws IOException {
        in.mark(START);
        byte[] start = in.readNBytes(START);
        in.reset();
        return start;
    }

    /** The first bytes: 64, or all that there are. */
    public byte[] start() {
        return start.clone();
    }

    /** The file by its content; once all has been read. */
    public Origin origin() {
        return Origin.of(path, checksum.getValue());
    }

    @Override
    public InputStream stream() {
        return stream;
    }

    @Override
    public long offset() {
        return stream.count();
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public LoadOptions options() {
        return options;
    }

    @Override
    public CorruptFileException corrupt(String what, long offset) {
        return new CorruptFileException(
                path + " is damaged at byte " + offset + ": " + what, path, offset, OptionalLong.empty());
    }

    @Override
    public UnsupportedFormatException unsupported(int version, int newest) {
        boolean newer = version > newest;
        String way = newer ? "; a newer DictDB reads it" : "";
        return new UnsupportedFormatException(
                path + " is of version " + version + " of its format, and " + newest + " is read here" + way,
                path,
                version,
                newer ? Reason.TOO_NEW : Reason.TOO_OLD);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
