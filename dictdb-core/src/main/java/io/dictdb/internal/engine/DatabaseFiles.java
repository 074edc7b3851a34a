package io.dictdb.internal.engine;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDBException;
import io.dictdb.LoadOptions;
import io.dictdb.SaveOptions;
import io.dictdb.StorageException;
import io.dictdb.TruncatedFileException;
import io.dictdb.internal.file.AtomicFile;
import io.dictdb.internal.file.CountingOutput;
import io.dictdb.internal.file.Faults;
import io.dictdb.internal.file.Gzip;
import io.dictdb.internal.file.Origin;
import io.dictdb.internal.file.Place;
import io.dictdb.internal.file.Source;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.journal.CommitFile;
import io.dictdb.internal.journal.CommitFileHeader;
import io.dictdb.internal.journal.CommitVisitor;
import io.dictdb.internal.json.Delta;
import io.dictdb.internal.json.DeltaReader;
import io.dictdb.internal.json.DeltaWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipException;

/** Saves all tables to a file and loads them. Whatever goes wrong with a file is a {@link StorageException}. */
final class DatabaseFiles {
    private final Storage storage;

    DatabaseFiles(Storage storage) {
        this.storage = storage;
    }

    /** Saves all tables; returns the file by its content. */
    Origin save(Root root, Path file, SaveOptions options) {
        Codec codec =
                options.format().map(format -> Formats.named(format.name())).orElseGet(() -> Formats.toSave(file));
        return write(file, options, out -> codec.write(root, out));
    }

    /** Writes a delta; returns the file by its content. */
    Origin save(Delta delta, Path file, SaveOptions options) {
        return write(file, options, out -> DeltaWriter.write(delta, out));
    }

    /** Writes a file of commits; returns it by its content. */
    Origin save(KeptCommits commits, CommitFileHeader header, Path file, SaveOptions options) {
        return write(file, options, out -> commits.write(header, out));
    }

    private Origin write(Path file, SaveOptions options, AtomicFile.Content content) {
        CRC32C checksum = new CRC32C();
        try {
            Path target = Place.toWrite(file, options.allowedDirectory());
            new AtomicFile(storage, target).write(new Watched(content, file, options, checksum));
        } catch (IOException e) {
            throw Faults.writing(file, e);
        }
        return Origin.of(file, checksum.getValue());
    }

    /** Content whose bytes are counted and summed up, and that can be given up until it takes the old file's place. */
    private static final class Watched implements AtomicFile.Content {
        private final AtomicFile.Content content;
        private final Path file;
        private final CRC32C checksum;
        private final LongConsumer listener;
        private long bytes;

        Watched(AtomicFile.Content content, Path file, SaveOptions options, CRC32C checksum) {
            this.content = content;
            this.file = file;
            this.checksum = checksum;
            this.listener = options.progress();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            compressed(content, file, new CountingOutput(new CheckedOutputStream(out, checksum), this::tell));
        }

        private void tell(long count) {
            bytes = count;
            listener.accept(count);
        }

        @Override
        public void written() {
            listener.accept(bytes);
        }
    }

    private static void compressed(AtomicFile.Content content, Path file, OutputStream out) throws IOException {
        if (!Formats.isCompressed(file)) {
            content.writeTo(out);
            return;
        }
        Gzip compressed = new Gzip(out);
        content.writeTo(compressed);
        compressed.finish();
    }

    Root load(Path file, LoadOptions options, EditRules rules) {
        return read(file, options, source -> database(source, rules));
    }

    /** Loads an image, whose indexes are left empty: they are to be built when everything has come. */
    Root loadUnindexed(Path file, LoadOptions options, EditRules rules) {
        return read(file, options, source -> {
            Root root = new ImageCodec().readUnindexed(source, rules);
            requireEnd(source);
            return root;
        });
    }

    /** As much of a damaged image as is true, with indexes that are empty. */
    GoodPart loadGood(Path file, EditRules rules) {
        return read(file, LoadOptions.defaults(), source -> ImageCodec.readGood(source, rules));
    }

    /** Reads a file and holds it against what it should be; returns it by its content. */
    Origin compare(Root root, Path file, LoadOptions options) {
        return read(file, options, source -> {
            codec(source).compare(root, source);
            requireEnd(source);
            return source.origin();
        });
    }

    DeltaFile delta(Path file, LoadOptions options) {
        return read(file, options, source -> {
            if (CommitFileHeader.recognises(source.start())) {
                CommitFileHeader header = commits(source, begun -> {}, CommitVisitor.NONE);
                return new DeltaFile.Commits(file, source.origin(), header, options);
            }
            Delta delta = DeltaReader.read(source);
            requireEnd(source);
            return new DeltaFile.Changes(file, source.origin(), delta);
        });
    }

    private static CommitFileHeader commits(
            Source source, Consumer<CommitFileHeader> begun, CommitVisitor<RuntimeException> visitor)
            throws IOException {
        byte[] start = source.start();
        if (CommitFileHeader.recognises(start) && CommitFileHeader.version(start) != CommitFileHeader.VERSION) {
            throw source.unsupported(CommitFileHeader.version(start), CommitFileHeader.VERSION);
        }
        return CommitFile.read(source, begun, visitor);
    }

    /** Shows the commits of a file, as far as they are good, and throws then. */
    void replay(Path file, Consumer<CommitFileHeader> begun, CommitVisitor<RuntimeException> visitor) {
        CommitFileHeader unused = read(file, LoadOptions.defaults(), source -> commits(source, begun, visitor));
    }

    /** Shows the commits of a file that has been read before. */
    void replay(DeltaFile.Commits file, CommitVisitor<RuntimeException> visitor) {
        CommitFileHeader again = read(file.file(), file.options(), source -> commits(source, begun -> {}, visitor));
        if (!again.equals(file.header())) {
            throw new StorageException(file.file() + " was changed while it was read", file.file());
        }
    }

    private interface Content<T> {
        T read(Source source) throws IOException;
    }

    private <T> T read(Path file, LoadOptions options, Content<T> content) {
        LoadOptions watched = options.progress(bytes -> tell(options.progress(), bytes));
        try (Source source = Source.open(storage, file, watched)) {
            return read(source, content);
        } catch (EOFException e) {
            // the start of a compressed file, of which nothing has been expanded
            throw cut(file, " ends too early", 0);
        } catch (ZipException e) {
            throw new CorruptFileException(file + " is damaged: " + e.getMessage(), file, 0, OptionalLong.empty());
        } catch (IOException e) {
            throw Faults.reading(file, e);
        } catch (ListenerFailure e) {
            throw e.cause;
        }
    }

    private static void tell(LongConsumer listener, long bytes) {
        try {
            listener.accept(bytes);
        } catch (RuntimeException e) {
            throw new ListenerFailure(e);
        }
    }

    private static <T> T read(Source source, Content<T> content) throws IOException {
        if (source.start().length == 0) {
            throw cut(source.path(), " has no content", 0);
        }
        try {
            return content.read(source);
        } catch (EOFException e) {
            throw cut(source.path(), " ends too early, after " + source.offset() + " bytes", source.offset());
        } catch (ZipException e) {
            throw source.corrupt(String.valueOf(e.getMessage()), source.offset());
        } catch (StorageException e) {
            throw e;
        } catch (DictDBException | IllegalArgumentException e) {
            throw source.corrupt(String.valueOf(e.getMessage()), source.offset());
        }
    }

    private static Root database(Source source, EditRules rules) throws IOException {
        Root root = codec(source).read(source, rules);
        requireEnd(source);
        return root.in(source.origin());
    }

    private static Codec codec(Source source) {
        return source.options()
                .format()
                .map(format -> Formats.named(format.name()))
                .orElseGet(() -> Formats.toLoad(source));
    }

    private static void requireEnd(Source source) throws IOException {
        if (source.stream().read() >= 0) {
            throw source.corrupt("there is something behind its end", source.offset() - 1);
        }
    }

    private static TruncatedFileException cut(Path path, String how, long end) {
        return new TruncatedFileException(path + how, path, end, OptionalLong.empty());
    }

    /** Brings what a caller's listener throws past those who take exceptions for damage. */
    private static final class ListenerFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException cause;

        ListenerFailure(RuntimeException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
