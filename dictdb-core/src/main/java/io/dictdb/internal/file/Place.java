package io.dictdb.internal.file;

import io.dictdb.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Where a path that a caller gives really leads, and whether it may lead there. */
public final class Place {
    private Place() {}

    /** The path of a file to be read, without links and {@code ..}; within the directory, if one is given. */
    public static Path toRead(Path file, Optional<Path> within) throws IOException {
        return checked(file, file.toRealPath(), within);
    }

    /**
     * The path of a file to be written, without links and {@code ..}; within the directory, if one is given. A link is followed to the file that it leads to; one that
     * leads nowhere is itself replaced.
     */
    public static Path toWrite(Path file, Optional<Path> within) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path name = absolute.getFileName();
        Path parent = absolute.getParent();
        if (name == null || parent == null || Files.isDirectory(absolute)) {
            throw new StorageException(file + " cannot be written: it is a directory", file);
        }
        Path real = Files.exists(absolute)
                ? absolute.toRealPath()
                : parent.toRealPath().resolve(name);
        return checked(file, real, within);
    }

    private static Path checked(Path given, Path real, Optional<Path> within) throws IOException {
        if (within.isPresent() && !real.startsWith(within.get().toRealPath())) {
            throw new StorageException(
                    given + " is not in " + within.get() + ", which alone is allowed; it leads to " + real, given);
        }
        return real;
    }

    /** Whether a path still leads to itself: no part of it has become a link. */
    public static boolean isUnmoved(Path real) throws IOException {
        return Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)
                && real.toRealPath().equals(real);
    }
}
