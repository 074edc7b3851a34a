package io.dictdb.internal.file;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The disk of this machine.
 *
 * <p>Files are read and written by the old streams, because an interrupt closes a channel under its reader and writer. A file that is being written is
 * locked, so that other processes can tell it from litter, and who deletes one holds its lock meanwhile, so that a writer that has just created it notices. Within this process a set tells what is being written or cleared, because a process that opens and closes its own file a second time
 * lets go of its lock.
 */
public final class Disk implements Storage {
    public static final Storage HERE = new Disk();

    /** Whether a file that is open can be renamed and deleted, as on Unix; there directories can be forced too. */
    private static final boolean OPEN_FILES_MOVE = File.separatorChar == '/';

    /** Until it has the permissions of the file that it replaces; one that may not be written to could not be cleared away either. */
    private static final FileAttribute<?>[] PRIVATE = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private static final FileAttribute<?>[] NONE = {};

    private final Set<Path> open = ConcurrentHashMap.newKeySet();

    private Disk() {}

    @Override
    public Output create(Path file, @Nullable Path like) throws IOException {
        open.add(file);
        try {
            boolean replaces = OPEN_FILES_MOVE && like != null && Files.exists(like);
            Files.createFile(file, replaces ? PRIVATE : NONE);
            return locked(new Locked(file, new RandomAccessFile(file.toFile(), "rw"), replaces ? like : null));
        } catch (IOException | RuntimeException e) {
            open.remove(file);
            throw e;
        }
    }

    private Locked locked(Locked created) throws IOException {
        try {
            created.lock();
            return created;
        } catch (IOException | RuntimeException e) {
            try (Closeable deleted = () -> delete(created.path);
                    created) {
                throw e;
            }
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView theirs = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (theirs != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, theirs.readAttributes().permissions());
        }
    }

    @Override
    public InputStream open(Path file) throws IOException {
        try {
            return new FileInputStream(file.toFile());
        } catch (FileNotFoundException e) {
            throw Files.notExists(file)
                    ? new NoSuchFileException(file.toString())
                    : Files.isReadable(file) ? e : new AccessDeniedException(file.toString());
        }
    }

    @Override
    public long size(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent != null && Files.notExists(directory)) {
            createDirectories(parent);
            Files.createDirectories(directory);
            forceDirectory(parent);
        } else {
            Files.createDirectories(directory);
        }
    }

    @Override
    public void moveDirectory(Path from, Path to) throws IOException {
        if (!OPEN_FILES_MOVE) {
            Files.deleteIfExists(to);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (OPEN_FILES_MOVE && !forced(directory)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean forced(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public List<Path> list(Path directory, String prefix, String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, prefix + "*" + suffix)) {
            entries.forEach(found::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    @Override
    public Closeable own(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file in a directory");
        Path real = directory.toRealPath().resolve(file.getFileName());
        if (!open.add(real)) {
            throw new AlreadyOwned(Owner.here());
        }
        try {
            return Owner.of(real, () -> open.remove(real));
        } catch (IOException | RuntimeException e) {
            open.remove(real);
            throw e;
        }
    }

    @Override
    public void force(Path file) throws IOException {
        try (RandomAccessFile there = new RandomAccessFile(file.toFile(), "rw")) {
            there.getFD().sync();
        }
    }

    @Override
    public void clear(Path file) throws IOException {
        if (open.add(file)) {
            try {
                deleteUnlessLocked(file);
            } finally {
                open.remove(file);
            }
        }
    }

    private void deleteUnlessLocked(Path file) throws IOException {
        if (!OPEN_FILES_MOVE) {
            delete(file);
            return;
        }
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = other.tryLock()) {
            if (lock != null) {
                delete(file);
            }
        } catch (OverlappingFileLockException e) {
            return; // written by another copy of this library in this process
        }
    }

    private final class Locked implements Output {
        private final Path path;
        private final RandomAccessFile file;
        private final @Nullable Path like;

        Locked(Path path, RandomAccessFile file, @Nullable Path like) {
            this.path = path;
            this.file = file;
            this.like = like;
        }

        void lock() throws IOException {
            if (file.getChannel().tryLock() == null || !Files.exists(path)) {
                throw new FileAlreadyExistsException(path.toString(), null, "another process takes it for litter");
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void truncate(long length) throws IOException {
            file.setLength(length);
            file.seek(length);
        }

        @Override
        public void replace(Path target) throws IOException {
            if (like != null) {
                copyPermissions(like, path);
            }
            if (!OPEN_FILES_MOVE) {
                file.close();
            }
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            try {
                file.close();
            } finally {
                open.remove(path);
            }
        }
    }
}
