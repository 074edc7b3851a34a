package io.dictdb.internal.engine;

import io.dictdb.StorageException;
import io.dictdb.internal.file.Faults;
import io.dictdb.internal.file.Storage;
import io.dictdb.internal.journal.JournalEnd;
import io.dictdb.internal.journal.SegmentWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes a durable store of a root: beside its place, and complete before it takes that. */
record StoreCopy(Storage storage, Clock clock) {
    void write(Root root, Path target) {
        Path place = target.toAbsolutePath().normalize();
        requireNothing(place);
        Path parent = Objects.requireNonNull(place.getParent(), "a place for a directory");
        Path beside = parent.resolve(".dictdb-" + UUID.randomUUID() + ".tmp");
        try {
            storage.createDirectories(beside);
            new StoreFiles(storage, beside).save(root);
            new SegmentWriter(storage, beside, clock, JournalEnd.none(root.sequence())).begin();
            storage.moveDirectory(beside, place);
            storage.forceDirectory(parent);
        } catch (IOException e) {
            throw Faults.writing(place, e);
        }
    }

    private static void requireNothing(Path place) {
        try (Stream<Path> files = Files.exists(place) ? Files.list(place) : Stream.of()) {
            if (files.findAny().isPresent()) {
                throw new StorageException(place + " is not empty; a store is made where there is nothing", place);
            }
        } catch (IOException e) {
            throw Faults.reading(place, e);
        }
    }
}
