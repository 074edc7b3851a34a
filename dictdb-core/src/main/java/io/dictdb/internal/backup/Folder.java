package io.dictdb.internal.backup;

import io.dictdb.StorageException;
import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupFile.Kind;
import io.dictdb.internal.file.BackupName;
import io.dictdb.internal.file.Faults;
import io.dictdb.internal.file.Storage;
import java.io.IOException;
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
        try {
            return backups();
        } catch (NoSuchFileException e) {
            String why = "there is no directory " + directory + "; if it is on a disk that is not mounted, mount that";
            throw new StorageException(why, directory, e);
        } catch (IOException e) {
            throw Faults.reading(directory, e);
        }
    }

    /** The same, or none if there is no directory. */
    List<BackupFile> filesIfAny() {
        try {
            storage.list(directory, PREFIX, "");
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw Faults.reading(directory, e);
        }
        return files();
    }

    /** Another process may delete files between the listing and a look at them: that must not seem to be no backups. */
    private List<BackupFile> backups() throws IOException {
        for (int i = 1; i < TRIES; i++) {
            List<BackupFile> files = listed();
            if (files.stream().noneMatch(file -> file.bytes() < 0)) {
                return files;
            }
        }
        return listed();
    }

    private List<BackupFile> listed() throws IOException {
        List<BackupFile> files = new ArrayList<>();
        for (Path path : storage.list(directory, PREFIX, "")) {
            Optional<BackupName> name = BackupName.of(String.valueOf(path.getFileName()));
            if (name.isPresent()) {
                files.add(fileOrGone(path, name.get()));
            }
        }
        files.sort(Comparator.comparing(BackupFile::at)
                .thenComparing(BackupFile::kind)
                .thenComparing(BackupFile::path));
        return files;
    }

    private BackupFile fileOrGone(Path path, BackupName name) throws IOException {
        try {
            return file(path, name);
        } catch (NoSuchFileException e) {
            return file(path, name, -1);
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
