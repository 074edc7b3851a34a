package io.dictdb.internal.engine;

import io.dictdb.internal.file.AtomicFile;
import io.dictdb.internal.file.Origin;
import io.dictdb.internal.file.Place;
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
 * The newest backup in each directory and the commit that it holds, in a file of the store, so that a later process knows what lies between that one and its first. Only what is on the disk may be told. What cannot be read or written is as if it were not there: then nobody knows
 * what lies between.
 */
final class KnownBackups {
    private static final String NAME = "dictdb-backups.properties";
    private static final int MOST = 64;
    private static final HexFormat HEX = HexFormat.of();

    private final Storage storage;
    private final Path file;
    private boolean closed;

    KnownBackups(Storage storage, Path store) {
        this.storage = storage;
        this.file = store.resolve(NAME);
    }

    /**
     * A backup.
     *
     * @param segment the id of the journal's segment with its commit: another with the same number is not that
     */
    record Known(Base base, long segment) {
        private static Optional<Known> parsed(String directory, String text) {
            String[] parts = text.split(" ", 5);
            try {
                Origin backup = new Origin(parts[4], HexFormat.fromHexDigitsToLong(parts[2]));
                Known known =
                        new Known(new Base(Long.parseLong(parts[0]), backup), HexFormat.fromHexDigitsToLong(parts[1]));
                return known.text(directory).equals(text) ? Optional.of(known) : Optional.empty();
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }

        /** With a checksum of all of it. */
        private String text(String directory) {
            Origin backup = base.backup();
            String begin = base.sequence() + " " + HEX.toHexDigits(segment) + " " + HEX.toHexDigits(backup.checksum());
            CRC32C sum = new CRC32C();
            sum.update(String.join("\n", directory, begin, backup.file()).getBytes(StandardCharsets.UTF_8));
            return begin + " " + HEX.toHexDigits(sum.getValue()) + " " + backup.file();
        }
    }

    /** The newest one in a directory, if that is known. */
    synchronized Optional<Known> in(Path directory) {
        String key = key(directory);
        return Known.parsed(key, read().getProperty(key, ""));
    }

    /** This is the newest one in its directory now. */
    synchronized void put(Path directory, Known backup) {
        if (closed) {
            return;
        }
        Properties all = read();
        String key = key(directory);
        all.setProperty(key, backup.text(key));
        while (all.size() > MOST) {
            all.remove(oldest(all));
        }
        try {
            new AtomicFile(storage, Place.toWrite(file, Optional.empty()))
                    .write(out -> all.store(out, "the newest backups of this store, by directory"));
        } catch (IOException e) {
            // nothing closes the gap behind this backup, if there is one
        }
    }

    /** The store may be somebody else's from now on. */
    synchronized void close() {
        closed = true;
    }

    private static Object oldest(Properties all) {
        return all.entrySet().stream()
                .min(Comparator.comparingLong(
                        entry -> Known.parsed(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()))
                                .map(known -> known.base().sequence())
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
