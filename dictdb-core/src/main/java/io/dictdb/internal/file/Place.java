package io.dictdb.internal.file;

import io.dictdb.StorageException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Where a path that a caller gives really leads, and whether it may lead there. */
public final class Place {
    private Place() {}

    /** The path of a file to be read, without links and {@code ..}; within the directory, if one is given. */
    public static Path toRead(Path file, Optional<Path> within) throws IOException {
        requireHere(file);
        return checked(file, file.toRealPath(), within);
    }

    /**
     * The path of a file to be written, without links and {@code ..}; within the directory, if one is given. A link is followed to the file that it leads to; one that
     * leads nowhere is itself replaced.
     */
    public static Path toWrite(Path file, Optional<Path> within) throws IOException {
        requireHere(file);
        Path absolute = file.toAbsolutePath();
        Path name = absolute.getFileName();
        Path parent = absolute.getParent();
        if (name == null || parent == null || Files.isDirectory(absolute)) {
            throw new StorageException(file + " cannot be written: it is a directory", file);
        }
        if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
            throw new StorageException(file + " cannot be written: it is no regular file", file);
        }
        Path real = Files.exists(absolute)
                ? absolute.toRealPath()
                : parent.toRealPath().resolve(name);
        return checked(file, real, within);
    }

    private static void requireHere(Path file) {
        if (file.getFileSystem() != FileSystems.getDefault()) {
            throw new StorageException(file + " is not in the file system of this machine", file);
        }
    }

    private static Path checked(Path given, Path real, Optional<Path> within) throws IOException {
        if (within.isPresent() && !real.startsWith(within.get().toRealPath())) {
            throw new StorageException(
                    given + " is not in " + within.get() + ", which alone is allowed; it leads to " + real, given);
        }
        return real;
    }

    /** Throws when a directory does not lead to itself any more: a part of it has become a link. */
    static void requireUnmoved(Path directory) throws IOException {
        if (!directory.toRealPath().equals(directory)) {
            throw new FileSystemException(directory.toString(), null, directory + " has been moved meanwhile");
        }
    }

    /** Whether a path still leads to itself: no part of it has become a link. */
    public static boolean isUnmoved(Path real) throws IOException {
        return Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)
                && real.toRealPath().equals(real);
    }
}
