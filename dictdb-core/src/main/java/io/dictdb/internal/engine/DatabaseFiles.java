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
import io.dictdb.internal.file.Place;
import io.dictdb.internal.file.Source;
import io.dictdb.internal.file.Storage;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;

/** Saves all tables to a file and loads them. Whatever goes wrong with a file is a {@link StorageException}. */
final class DatabaseFiles {
    private final Storage storage;

    DatabaseFiles(Storage storage) {
        this.storage = storage;
    }

    void save(Root root, Path file, SaveOptions options) {
        Codec codec =
                options.format().map(format -> Formats.named(format.name())).orElseGet(() -> Formats.toSave(file));
        try {
            Path target = Place.toWrite(file, options.allowedDirectory());
            new AtomicFile(storage, target)
                    .write(out -> write(root, codec, file, new CountingOutput(out, options.progress())));
        } catch (IOException e) {
            throw Faults.writing(file, e);
        }
    }

    private static void write(Root root, Codec codec, Path file, OutputStream out) throws IOException {
        if (!file.toString().endsWith(Formats.COMPRESSED)) {
            codec.write(root, out);
            return;
        }
        Gzip compressed = new Gzip(out);
        codec.write(root, compressed);
        compressed.finish();
    }

    Root load(Path file, LoadOptions options, EditRules rules) {
        LoadOptions watched = options.progress(bytes -> tell(options.progress(), bytes));
        try (Source source = Source.open(storage, file, watched)) {
            return load(source, rules);
        } catch (EOFException e) {
            throw cut(file, 0);
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

    private static Root load(Source source, EditRules rules) throws IOException {
        if (source.start().length == 0) {
            throw cut(source.path(), 0);
        }
        Codec codec = source.options()
                .format()
                .map(format -> Formats.named(format.name()))
                .orElseGet(() -> Formats.toLoad(source));
        try {
            Root root = codec.read(source, rules);
            if (source.stream().read() >= 0) {
                throw source.corrupt("there is something behind its end", source.offset() - 1);
            }
            return root;
        } catch (EOFException e) {
            throw cut(source.path(), source.offset());
        } catch (ZipException e) {
            throw source.corrupt(String.valueOf(e.getMessage()), source.offset());
        } catch (StorageException e) {
            throw e;
        } catch (DictDBException | IllegalArgumentException e) {
            throw source.corrupt(String.valueOf(e.getMessage()), source.offset());
        }
    }

    private static TruncatedFileException cut(Path path, long end) {
        String message = path + (end == 0 ? " has no content" : " ends too early, after " + end + " bytes");
        return new TruncatedFileException(message, path, end, OptionalLong.empty());
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
