package io.dictdb.internal.backup;

import io.dictdb.StorageException;
import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupFile.Kind;
import io.dictdb.internal.engine.Checkpoint;
import io.dictdb.internal.file.BackupName;
import io.dictdb.internal.file.Faults;
import io.dictdb.internal.file.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A backup directory. */
record Folder(Storage storage, Path directory) {
    private static final String PREFIX = "dictdb_";

    private static final int TRIES = 20;

    /** Makes the directory unless it is there. */
    void create() {
        try {
            storage.createDirectories(directory);
        } catch (IOException e) {
            throw Faults.writing(directory, e);
        }
    }

    /** The backups by time; of the same time the full ones first. */
    List<BackupFile> files() {
        return read(this::backups);
    }

    /** The same without their sizes, which would have to be asked for one by one. */
    List<BackupFile> unsized() {
        return read(() -> listed(path -> 0));
    }

    private interface Listing {
        List<BackupFile> read() throws IOException;
    }

    private List<BackupFile> read(Listing listing) {
        try {
            return listing.read();
        } catch (NoSuchFileException e) {
            String why = "there is no directory " + directory + "; if it is on a disk that is not mounted, mount that";
            throw new StorageException(why, directory, e);
        } catch (IOException e) {
            throw Faults.reading(directory, e);
        }
    }

    /** The same, or none if there is no directory; a link that leads nowhere is not none. */
    List<BackupFile> filesIfAny() {
        return Files.notExists(directory, LinkOption.NOFOLLOW_LINKS) ? List.of() : files();
    }

    /** Another process may delete files between the listing and a look at them: that must not seem to be no backups. */
    private List<BackupFile> backups() throws IOException {
        List<BackupFile> files = listed(this::sizeOrGone);
        for (int i = 1; i < TRIES; i++) {
            List<BackupFile> again = isAnyGone(files) ? listed(this::sizeOrGone) : files;
            if (again.equals(files)) {
                break;
            }
            files = again;
        }
        return files;
    }

    private static boolean isAnyGone(List<BackupFile> files) {
        return files.stream().anyMatch(file -> file.bytes() < 0);
    }

    private interface Size {
        long of(Path path) throws IOException;
    }

    private List<BackupFile> listed(Size size) throws IOException {
        List<BackupFile> files = new ArrayList<>();
        for (Path path : storage.list(directory, PREFIX, "")) {
            Optional<BackupName> name = BackupName.of(String.valueOf(path.getFileName()));
            if (name.isPresent() && Checkpoint.isExtension(name.get().extension())) {
                files.add(file(path, name.get(), size.of(path)));
            }
        }
        files.sort(Comparator.comparing(BackupFile::at)
                .thenComparing(BackupFile::kind)
                .thenComparing(BackupFile::path));
        return files;
    }

    private long sizeOrGone(Path path) throws IOException {
        try {
            return storage.size(path);
        } catch (NoSuchFileException e) {
            return -1;
        }
    }

    /** Whether a file that was listed could not be read because it has gone since; a link that leads nowhere has not. */
    static boolean hasGone(BackupFile file, StorageException failure) {
        return failure.getCause() instanceof NoSuchFileException && file.bytes() >= 0;
    }

    /** Whether it is a delta that holds each commit, by its name. */
    static boolean holdsCommits(BackupFile file) {
        return BackupName.of(String.valueOf(file.path().getFileName()))
                .filter(name -> name.delta() && name.extension().startsWith(Checkpoint.COMMITS))
                .isPresent();
    }

    /** Whether a file is there, in its size. */
    boolean has(BackupFile file) {
        try {
            return storage.size(file.path()) == file.bytes();
        } catch (IOException e) {
            return false;
        }
    }

    private BackupFile file(Path path, BackupName name) throws IOException {
        return file(path, name, storage.size(path));
    }

    private static BackupFile file(Path path, BackupName name, long bytes) {
        return new BackupFile(path, name.delta() ? Kind.DELTA : Kind.FULL, name.at(), bytes);
    }

    /** A file that has been written. */
    BackupFile written(BackupName name) {
        Path path = path(name);
        try {
            return file(path, name);
        } catch (IOException e) {
            throw Faults.reading(path, e);
        }
    }

    Path path(BackupName name) {
        return directory.resolve(name.toString());
    }

    /** Deletes a file if that can be done; whether it could. */
    boolean delete(Path path) {
        try {
            storage.delete(path);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @param which what kind of backup is not there */
    StorageException lacksBackups(String which, String why) {
        return new StorageException("there is no backup to restore in " + directory + which + why, directory);
    }
}
