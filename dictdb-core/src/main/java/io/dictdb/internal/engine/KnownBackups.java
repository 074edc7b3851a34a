package io.dictdb.internal.engine;

import io.dictdb.internal.file.AtomicFile;
import io.dictdb.internal.file.Origin;
import io.dictdb.internal.file.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.CRC32C;

/**
 * The newest backup in each directory and the commit that it holds, in a file of the store, so that whoever goes on making backups of the store knows what comes between. Only what is on the disk may be told. What cannot be read or written is as if it were not there: then backups begin
 * anew.
 */
final class KnownBackups {
    private static final String NAME = "dictdb-backups.properties";
    private static final int MOST = 64;

    private final Storage storage;
    private final Path file;

    KnownBackups(Storage storage, Path store) {
        this.storage = storage;
        this.file = store.resolve(NAME);
    }

    /** The newest one in a directory, if that is known. */
    synchronized Optional<Base> in(Path directory) {
        String key = key(directory);
        return parsed(key, read().getProperty(key, ""));
    }

    private static Optional<Base> parsed(String directory, String text) {
        String[] parts = text.split(" ", 4);
        try {
            Base base =
                    new Base(Long.parseLong(parts[0]), new Origin(parts[3], HexFormat.fromHexDigitsToLong(parts[1])));
            return text(directory, base).equals(text) ? Optional.of(base) : Optional.empty();
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** With a checksum of all of it. */
    private static String text(String directory, Base base) {
        String checksum = HexFormat.of().toHexDigits(base.backup().checksum());
        String file = base.backup().file();
        CRC32C sum = new CRC32C();
        sum.update(String.join("\n", directory, String.valueOf(base.sequence()), checksum, file)
                .getBytes(StandardCharsets.UTF_8));
        return base.sequence() + " " + checksum + " " + HexFormat.of().toHexDigits(sum.getValue()) + " " + file;
    }

    /** This is the newest one in its directory now. */
    synchronized void put(Path directory, Base backup) {
        Properties all = read();
        String key = key(directory);
        all.setProperty(key, text(key, backup));
        while (all.size() > MOST) {
            all.remove(oldest(all));
        }
        try {
            new AtomicFile(storage, file)
                    .write(out -> all.store(out, "the newest backups of this store, by directory"));
        } catch (IOException e) {
            // the next backup will be a full one
        }
    }

    private static Object oldest(Properties all) {
        return all.entrySet().stream()
                .min(Comparator.comparingLong(
                        entry -> parsed(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()))
                                .map(Base::sequence)
                                .orElse(-1L)))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static String key(Path directory) {
        return directory.toAbsolutePath().normalize().toString();
    }

    private Properties read() {
        Properties all = new Properties();
        try (InputStream in = storage.open(file)) {
            all.load(in);
        } catch (IOException | IllegalArgumentException e) {
            all.clear();
        }
        return all;
    }
}
