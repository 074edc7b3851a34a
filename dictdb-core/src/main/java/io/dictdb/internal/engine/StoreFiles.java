package io.dictdb.internal.engine;

import io.dictdb.FileFormat;
import io.dictdb.SaveOptions;
import io.dictdb.StorageException;
import io.dictdb.internal.file.Faults;
import io.dictdb.internal.file.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images of a durable store, by commit, and who has the directory. */
record StoreFiles(Storage storage, Path directory) {
    private static final String PREFIX = "dictdb-image-";
    private static final String SUFFIX = ".ddb";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,19})\\" + SUFFIX);
    private static final String OWNER = "dictdb.lock";

    /** An image and the commit that its name tells. */
    record Image(Path path, long sequence) {}

    /** Takes the directory into possession, and makes it if it is not there. */
    Closeable own() {
        try {
            storage.createDirectories(directory);
            return storage.own(directory.resolve(OWNER));
        } catch (Storage.AlreadyOwned e) {
            String message = directory + " is open already, by " + e.getMessage()
                    + "; a store has one owner at a time: close it there, or end that process";
            throw new StorageException(message, directory, e);
        } catch (IOException e) {
            throw Faults.writing(directory, e);
        }
    }

    /** The images, the newest first. */
    List<Image> images() {
        try {
            List<Image> images = new ArrayList<>();
            for (Path path : storage.list(directory, PREFIX, SUFFIX)) {
                Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
                if (name.matches()) {
                    images.add(new Image(path, Long.parseLong(name.group(1))));
                }
            }
            images.sort(Comparator.comparingLong(Image::sequence).reversed());
            return images;
        } catch (IOException e) {
            throw Faults.reading(directory, e);
        }
    }

    /** Writes an image and reads it back. */
    void save(Root root) {
        String name = String.format(Locale.ROOT, "%s%019d%s", PREFIX, root.sequence(), SUFFIX);
        Path path = directory.resolve(name);
        Checkpoint all = new Checkpoint(root, storage, null);
        all.verify(path, all.save(path, SaveOptions.defaults().format(FileFormat.IMAGE)));
    }

    /** Deletes images that are older than a commit. */
    void deleteOlder(long sequence) {
        for (Image image : images()) {
            if (image.sequence < sequence) {
                delete(image.path);
            }
        }
    }

    private void delete(Path path) {
        try {
            storage.delete(path);
        } catch (IOException e) {
            throw Faults.writing(path, e);
        }
    }
}
